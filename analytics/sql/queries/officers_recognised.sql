-- query: officers_recognised
-- grain: person serving on the as-of day, with who recognised the term in force and the file that says so
-- Blank 认定机关 = 省科协 (data dictionary).
select
  h.person_id, coalesce(t.recognised_by, '省科协') as recognised_by, t.sha256
from officer_month h
join terms t on t.content_id = h.term_key
where h.month = cast($as_of as date) and h.is_serving
order by h.person_id
