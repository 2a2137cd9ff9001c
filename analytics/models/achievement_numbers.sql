-- model: achievement_numbers
-- grain: one row of achievements, with the earliest row of the same achievement
-- needs: achievements
-- A repeat: title and org stand in an earlier row of all history.
with ordered as (
  select
    a.content_id, coalesce(a.achievement_no, a.content_id) as number_here,
    first_value(coalesce(a.achievement_no, a.content_id)) over same_achievement as canonical_no,
    row_number() over same_achievement as nth
  from achievements a
  where a.submitted_on is not null
  window same_achievement as (
    partition by lower(replace(a.title, ' ', '')), lower(replace(coalesce(a.org, ''), ' ', ''))
    order by a.submitted_on, a.reported_on nulls last, a.sha256 nulls last, a.sheet, a.row_number,
      a.content_id
  )
)
select
  o.content_id, o.number_here as achievement_no, o.canonical_no, o.nth > 1 as is_repeated
from ordered o
