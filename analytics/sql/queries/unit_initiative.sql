-- query: unit_initiative
-- grain: unit × kind of self-initiated act in W of persons serving on the as-of day
-- Adds up, over its kinds, to the numerator of self_initiated_per_officer_month of the unit.
select
  h.unit, a.source, case when a.source = 'activities' then a.kind end as kind, count(*) as acts,
  count(distinct a.person_id) as persons
from officer_month h
join acts a on a.person_id = h.person_id
where h.month = cast($as_of as date) and h.is_serving and list_contains($units, h.unit)
  and a.class = 'self_initiated' and a.is_in_service
  and a.acted_on between cast($as_of as date) - interval 11 month and last_day(cast($as_of as date))
group by all
order by h.unit, acts desc, a.source, kind
