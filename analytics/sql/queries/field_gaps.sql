-- query: field_gaps
-- grain: field × city, in official order
-- within: demands_by_field, achievements_by_field, officers_in_service
-- What W and the as-of day hold there, in scope. gap: no_officer (something came, nobody serves), nothing,
-- no_demand, no_supply (no achievement); null where all three are there.
with demanded as (
  select d.field, d.city, count(*) as demands from demands_by_field d group by d.field, d.city
),
achieved as (
  select a.field, a.city, count(*) as achievements from achievements_by_field a group by a.field, a.city
),
serving as (
  select o.field, o.city, count(*) as officers from officers_in_service o group by o.field, o.city
)
select
  cast(null as varchar) as person_id, cast(null as varchar) as name, c.city as unit, c.city,
  cast(null as varchar) as category, cast(null as varchar) as channel, c.field, cast(null as varchar) as recommender,
  coalesce(d.demands, 0) as demands, coalesce(a.achievements, 0) as achievements,
  coalesce(s.officers, 0) as officers,
  case
    when s.officers is null and (d.demands > 0 or a.achievements > 0) then 'no_officer'
    when s.officers is null then 'nothing'
    when d.demands is null then 'no_demand'
    when a.achievements is null then 'no_supply'
  end as gap
from field_cells c
left join demanded d on d.field = c.field and d.city = c.city
left join achieved a on a.field = c.field and a.city = c.city
left join serving s on s.field = c.field and s.city = c.city
order by c.place
