-- model: achievement_numbers
-- grain: one row of achievements, with the earliest row of the same achievement
-- needs: achievements, repeats
-- A repeat: title and org stand in an earlier row of all history.
select
  a.content_id, coalesce(a.achievement_no, a.content_id) as achievement_no,
  coalesce(r.canonical_no, a.achievement_no, a.content_id) as canonical_no,
  coalesce(r.is_repeated, false) as is_repeated
from achievements a
left join repeats r on r.content_id = a.content_id and r.said_in = 'achievements'
where a.submitted_on is not null
