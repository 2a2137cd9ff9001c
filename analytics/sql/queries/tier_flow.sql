-- query: tier_flow
-- grain: person in scope who serves on the as-of day, or was in scope and served $months_apart months before
-- twice: officers_serving
-- with: tier_pairs, departures_at
-- is_elsewhere: came or left only because the scope holds a part of the province, serving at the other date
-- outside it. is_back: of those who came, served at some time by then. served_until, has_left, exit_reason:
-- of those gone.
with placed as (
  select
    p.*,
    exists (
      select 1 from officer_month m
      where m.person_id = p.person_id and m.is_serving and m.month = case
        when p.tier_then is null
          then cast(cast($as_of as date) - to_months(cast($months_apart as integer)) as date)
        when p.tier_now is null then cast($as_of as date)
      end
    ) as is_elsewhere
  from tier_pairs p
)
select
  p.person_id, p.name, p.name_sort, p.org, p.unit, p.category, p.recommender, p.tier, p.tier_then, p.tier_now,
  p.is_elsewhere,
  p.tier_then is null and not p.is_elsewhere and exists (
    select 1 from officer_month m
    where m.person_id = p.person_id and m.is_serving
      and m.month <= cast($as_of as date) - to_months(cast($months_apart as integer))
  ) as is_back,
  p.last_act_on, d.served_until, coalesce(d.has_left, false) as has_left, d.exit_reason
from placed p
left join departures_at d on d.person_id = p.person_id and p.tier_now is null and not p.is_elsewhere
order by p.unit nulls last, p.name_sort, p.person_id
