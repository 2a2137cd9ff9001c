-- model: demand_numbers
-- grain: one row of demands, with the earliest row of the same demand
-- needs: demands, repeats
-- A repeat: marked is_repeat, or title and enterprise stand in an earlier row of all history.
select
  d.content_id, coalesce(d.demand_no, d.content_id) as demand_no,
  coalesce(r.canonical_no, d.demand_no, d.content_id) as canonical_no,
  coalesce(r.is_repeated, false) as is_repeated
from demands d
left join repeats r on r.content_id = d.content_id and r.said_in = 'demands'
where d.submitted_on is not null
