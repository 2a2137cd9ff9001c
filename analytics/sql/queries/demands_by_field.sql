-- query: demands_by_field
-- grain: demand submitted in W that is no repeat
-- field: the demand's own field, not that of the officer who filed it; all else as in demands_window.
select
  d.demand_no, d.title, d.kind, d.demand_field, d.is_public, d.submitted_on, d.is_platform, d.person_id, p.name, p.name_sort, d.unit,
  d.city_here as city, d.category, d.channel, d.demand_field as field, d.recommender, d.load_id, d.file, d.sheet,
  d.row_number
from demand_facts d
left join persons p on p.person_id = d.person_id
where not d.is_repeat
  and in_window(d.submitted_on, $as_of)
order by d.submitted_on, d.demand_no
