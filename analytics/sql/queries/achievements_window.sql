-- query: achievements_window
-- grain: achievement submitted in W that is no repeat
select
  a.achievement_no, a.title, a.kind, a.achievement_field, a.submitted_on, a.is_platform, a.person_id, p.name,
  p.name_sort, a.unit, a.city, a.category, a.channel, a.field, a.recommender, a.load_id, a.file, a.sheet, a.row_number
from achievement_facts a
left join persons p on p.person_id = a.person_id
where not a.is_repeat
  and in_window(a.submitted_on, $as_of)
order by a.submitted_on, a.achievement_no
