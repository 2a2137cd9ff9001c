-- query: officers_cumulative
-- grain: person with a term recognised (recognised_on, else started_on) by the as-of day
-- Attributes are those of the as-of day. The row of the workbook is that of the first such term.
with recognised as (
  select
    t.person_id, coalesce(t.recognised_on, t.started_on) as recognised_on, t.load_id, t.file, t.sheet, t.row_number,
    row_number() over (
      partition by t.person_id order by coalesce(t.recognised_on, t.started_on), t.term_key
    ) as nth
  from term_facts t
  where coalesce(t.recognised_on, t.started_on) <= last_day(cast($as_of as date))
)
select
  r.person_id, p.name, p.name_sort, s.org, s.unit, s.city, s.category, s.channel, s.field, s.recommender,
  s.term_no, coalesce(s.is_serving, false) as is_serving, r.recognised_on, r.load_id, r.file, r.sheet, r.row_number
from recognised r
left join persons p on p.person_id = r.person_id
left join officer_spells s
  on s.person_id = r.person_id and last_day(cast($as_of as date)) between s.from_on and s.to_on
where r.nth = 1
order by s.unit nulls last, p.name_sort, r.person_id
