-- One row per person serving at either of two months (officers_serving_now, officers_serving_then): the tier
-- then and now, null where not serving. Attributes and the row of the workbook are those of the as-of day, of
-- those gone of the day then. tier: the one that guards the name, the lower of the two.
with stacked as (
  select n.*, true as is_now from officers_serving_now n
  union all
  select t.*, false as is_now from officers_serving_then t
),
nearest as (
  select s.*, row_number() over (partition by s.person_id order by s.is_now desc) as nth from stacked s
),
tiers as (
  select
    s.person_id, max(case when s.is_now then s.tier end) as tier_now,
    max(case when not s.is_now then s.tier end) as tier_then
  from stacked s
  group by s.person_id
)
select
  n.person_id, n.name, n.name_sort, n.org, n.unit, n.city, n.category, n.channel, n.field, n.recommender,
  m.tier_then, m.tier_now,
  case
    when m.tier_now in ('responsive', 'undetermined', 'lost', 'unverified') then m.tier_now
    else coalesce(m.tier_then, m.tier_now)
  end as tier,
  case when n.is_now then n.last_act_on end as last_act_on, n.load_id, n.file, n.sheet, n.row_number
from nearest n
join tiers m on m.person_id = n.person_id
where n.nth = 1
