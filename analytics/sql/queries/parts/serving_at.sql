-- One row per person serving on the as-of day, with the term that decides and the row it stands in.
select
  h.person_id, p.name, p.name_sort, h.org, h.unit, h.city, h.category, h.channel, h.field, h.recommender,
  h.term_key, h.term_no, t.started_on, t.ends_on as ended_on, t.load_id, t.file, t.sheet, t.row_number
from officer_month h
left join term_facts t on t.term_key = h.term_key
left join persons p on p.person_id = h.person_id
where h.month = cast($as_of as date) and h.is_serving
