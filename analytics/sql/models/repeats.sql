-- model: repeats
-- grain: row of demands or achievements that is marked as a repeat, or whose title and enterprise (achievements:
-- org) stand in another row
-- needs: demands, achievements
-- canonical_no: the earliest row of all history. A short list, found by counting: only what stands there twice
-- is put in order.
with keyed as (
  select
    'demands' as said_in, d.content_id, coalesce(d.demand_no, d.content_id) as number_here,
    lower(replace(coalesce(d.title, ''), ' ', '')) as title_key,
    lower(replace(coalesce(d.enterprise, ''), ' ', '')) as org_key, coalesce(d.is_repeat, false) as is_marked,
    d.submitted_on, d.reported_on, d.sha256, d.sheet, d.row_number
  from demands d
  where d.submitted_on is not null
  union all
  select
    'achievements' as said_in, a.content_id, coalesce(a.achievement_no, a.content_id) as number_here,
    lower(replace(coalesce(a.title, ''), ' ', '')) as title_key,
    lower(replace(coalesce(a.org, ''), ' ', '')) as org_key, false as is_marked,
    a.submitted_on, a.reported_on, a.sha256, a.sheet, a.row_number
  from achievements a
  where a.submitted_on is not null
),
doubled as (
  select k.said_in, k.title_key, k.org_key
  from keyed k
  group by k.said_in, k.title_key, k.org_key
  having count(*) > 1
),
ordered as (
  select
    k.said_in, k.content_id, k.is_marked, first_value(k.number_here) over same_thing as canonical_no,
    row_number() over same_thing as nth
  from keyed k
  left join doubled x on x.said_in = k.said_in and x.title_key = k.title_key and x.org_key = k.org_key
  where k.is_marked or x.said_in is not null
  window same_thing as (
    partition by k.said_in, k.title_key, k.org_key
    order by k.submitted_on, k.reported_on nulls last, k.sha256 nulls last, k.sheet, k.row_number, k.content_id
  )
)
select o.said_in, o.content_id, o.canonical_no, o.is_marked or o.nth > 1 as is_repeated
from ordered o
