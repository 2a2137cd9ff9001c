-- model: achievement_facts
-- grain: one row of achievements
-- needs: achievements, achievement_numbers, officer_spells
-- Attributes: the officer's on submitted_on.
select
  n.achievement_no, n.canonical_no, n.is_repeated as is_repeat, a.person_id, a.submitted_on, a.title,
  a.kind, a.field as achievement_field, a.person_id is null and a.officer_text is null as is_platform,
  s.unit, s.city, s.category, s.channel, s.recommender, s.field, a.load_id, a.file, a.sheet, a.row_number
from achievements a
join achievement_numbers n on n.content_id = a.content_id
left join officer_spells s on s.person_id = a.person_id and a.submitted_on between s.from_on and s.to_on
