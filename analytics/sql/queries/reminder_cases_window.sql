-- query: reminder_cases_window
-- grain: case of reminders that ends in W
select
  c.case_key, c.person_id, p.name, p.name_sort, c.topic, c.starts_on, c.ends_on, c.sends, c.is_answered,
  c.answered_on, c.unit, c.city, c.category, c.channel, c.field, c.recommender, c.load_id, c.file, c.sheet, c.row_number
from reminder_cases c
left join persons p on p.person_id = c.person_id
where in_window(c.ends_on, $as_of)
order by c.ends_on, c.case_key
