-- query: unit_initiative
-- grain: unit × kind of self-initiated act in W of persons in scope serving on the as-of day
-- within: officers_in_service
-- Adds up, over its kinds, to the numerator of self_initiated_per_officer_month of the unit.
select
  h.unit, a.source, case when a.source = 'activities' then a.kind end as kind, count(*) as acts,
  count(distinct a.person_id) as persons
from officers_in_service h
join acts a on a.person_id = h.person_id
where list_contains($units, h.unit) and a.class = 'self_initiated' and a.is_in_service
  and in_window(a.acted_on, $as_of)
group by all
order by h.unit, acts desc, a.source, kind
