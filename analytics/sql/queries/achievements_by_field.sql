-- query: achievements_by_field
-- grain: achievement submitted in W that is no repeat
-- field: the achievement's own field, not that of the officer who filed it; all else as in
-- achievements_window.
select
  a.achievement_no, a.title, a.kind, a.submitted_on, a.is_platform, a.person_id, p.name, p.name_sort, a.unit,
  a.city, a.category, a.channel, a.achievement_field as field, a.recommender, a.load_id, a.file, a.sheet, a.row_number
from achievement_facts a
left join persons p on p.person_id = a.person_id
where not a.is_repeat
  and in_window(a.submitted_on, $as_of)
order by a.submitted_on, a.achievement_no
