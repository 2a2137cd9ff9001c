-- query: officers_in_service
-- grain: person serving on the as-of day (the last of month $as_of)
-- Who officers_serving names, with the attributes of that day alone: for questions that need no tier.
select
  h.person_id, h.unit, h.city, h.category, h.channel, h.field, h.recommender, h.term_no
from officer_month h
where h.month = cast($as_of as date) and h.is_serving
order by h.person_id
