-- query: demands_window
-- grain: demand submitted in W that is no repeat
-- has_contact: a first contact by the as-of day. days_to_contact and cause: days from submission to first
-- contact (1; it wins ties), to closing (2), or, still waiting, to the as-of day (0).
with known as (
  select
    d.*, last_day(cast($as_of as date)) as day,
    case when d.first_contact_on <= last_day(cast($as_of as date)) then d.first_contact_on end as met_on,
    case when d.closed_on <= last_day(cast($as_of as date)) then greatest(d.closed_on, d.submitted_on) end
      as shut_on
  from demand_facts d
  where not d.is_repeat
    and in_window(d.submitted_on, $as_of)
)
select
  k.demand_no, k.title, k.kind, k.demand_field, k.is_public, k.submitted_on, k.met_on as first_contact_on,
  k.shut_on as closed_on, k.met_on is not null as has_contact,
  least(k.met_on, k.shut_on, k.day) - k.submitted_on as days_to_contact,
  case
    when k.met_on is not null and k.met_on <= coalesce(k.shut_on, k.met_on) then 1
    when k.shut_on is not null then 2
    else 0
  end as cause,
  k.is_platform, k.person_id, p.name, p.name_sort, k.unit, k.city_here as city, k.category, k.channel, k.field,
  k.recommender, k.load_id, k.file, k.sheet, k.row_number
from known k
left join persons p on p.person_id = k.person_id
order by k.submitted_on, k.demand_no
