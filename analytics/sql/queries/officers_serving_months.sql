-- query: officers_serving_months
-- grain: person serving on the as-of day × month of W
-- Attributes are those of the as-of day; m is the month's own exposure, 0 or 1. The months of a person add
-- up to the row of officers_serving.
select
  t.month, t.acts, t.self_initiated, t.exposure as m, h.person_id, p.name, p.name_sort, h.unit, h.city,
  h.category, h.channel, h.field, h.recommender
from officer_month h
join officer_month t on t.person_id = h.person_id
  and in_window(t.month, $as_of)
left join persons p on p.person_id = h.person_id
where h.month = cast($as_of as date) and h.is_serving
