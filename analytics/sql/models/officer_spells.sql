-- model: officer_spells
-- grain: a run of days, from_on to to_on, over which nothing about a person changes; gapless per person
-- needs: attribute_points, attribute_sources, service_spells, service_starts, leave_spells
-- Attributes on a day, service and leave: whatever is asked of a person on a date is one join with this.
-- An empty cell of one source is filled from the next.
with best as (
  select
    s.person_no, s.on_date,
    min_by(s.term_key, case when s.is_begun then s.place end) as term_key,
    min_by(s.term_number, case when s.is_begun then s.place end) as term_number,
    min_by(s.unit, case when s.unit is not null then s.place end) as unit,
    min_by(s.city, case when s.city is not null then s.place end) as city,
    min_by(s.category, case when s.category is not null then s.place end) as category,
    min_by(s.channel, case when s.channel is not null then s.place end) as channel,
    min_by(s.recommender, case when s.recommender is not null then s.place end) as recommender,
    min_by(s.field, case when s.field is not null then s.place end) as field,
    min_by(s.org, case when s.org is not null then s.place end) as org
  from attribute_sources s
  group by s.person_no, s.on_date
),
served as (
  select p.person_no, p.on_date, max(s.ends_on) as last_ends_on
  from attribute_points p
  join service_spells s on s.person_id = p.person_id and p.on_date between s.from_on and s.to_on
  group by p.person_no, p.on_date
),
away as (
  select distinct p.person_no, p.on_date
  from attribute_points p
  join leave_spells l on l.person_id = p.person_id and p.on_date between l.from_on and l.until_on
),
renewed as (
  select p.person_no, p.on_date, max(n.began_on) as new_since
  from attribute_points p
  join service_starts n on n.person_id = p.person_id and n.began_on <= p.on_date
  group by p.person_no, p.on_date
)
select
  p.person_id, p.person_no, p.on_date as from_on,
  coalesce(
    lead(p.on_date) over (partition by p.person_no order by p.on_date) - 1, date '9999-12-31'
  ) as to_on,
  s.person_no is not null as is_serving,
  coalesce(s.last_ends_on < p.on_date, false) as is_due,
  a.person_no is not null as is_on_leave, r.new_since,
  b.term_key, b.term_number as term_no, b.unit, b.city, b.category, b.channel, b.recommender, b.field, b.org
from attribute_points p
left join best b on b.person_no = p.person_no and b.on_date = p.on_date
left join served s on s.person_no = p.person_no and s.on_date = p.on_date
left join away a on a.person_no = p.person_no and a.on_date = p.on_date
left join renewed r on r.person_no = p.person_no and r.on_date = p.on_date
