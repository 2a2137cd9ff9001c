-- model: demand_numbers
-- grain: one row of demands, with the earliest row of the same demand
-- needs: demands
-- A repeat: marked is_repeat, or title and enterprise stand in an earlier row of all history.
with ordered as (
  select
    d.content_id, d.is_repeat, coalesce(d.demand_no, d.content_id) as number_here,
    first_value(coalesce(d.demand_no, d.content_id)) over same_demand as canonical_no,
    row_number() over same_demand as nth
  from demands d
  where d.submitted_on is not null
  window same_demand as (
    partition by lower(replace(d.title, ' ', '')), lower(replace(coalesce(d.enterprise, ''), ' ', ''))
    order by d.submitted_on, d.reported_on nulls last, d.sha256 nulls last, d.sheet, d.row_number,
      d.content_id
  )
)
select
  o.content_id, o.number_here as demand_no, o.canonical_no,
  (coalesce(o.is_repeat, false) or o.nth > 1) as is_repeated
from ordered o
