-- query: counties
-- grain: county of Hubei, or directly governed place, in official order
-- within: officer_standing
-- officers: persons in scope who serve on the as-of day and whose file names the county; a directly governed
-- place has no counties and stands for itself. Whose file names none is in none (metric missing_county).
with here as (
  select w.number, count(*) as officers
  from officer_standing s
  join county_words w on w.county is not distinct from s.county and w.city is not distinct from s.city
  group by w.number
)
select
  cast(null as varchar) as person_id, cast(null as varchar) as name, p.city as unit, p.city, cast(null as varchar) as category,
  cast(null as varchar) as channel, cast(null as varchar) as field, cast(null as varchar) as recommender,
  p.number, p.name as county, coalesce(h.officers, 0) as officers
from places p
left join here h on h.number = p.number
order by p.place
