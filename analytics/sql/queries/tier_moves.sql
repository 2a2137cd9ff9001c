-- query: tier_moves
-- grain: person serving on the as-of day, or $months_apart months before: the tier then and now
-- twice: officers_serving
-- Null = not serving. Attributes and the row of the workbook are those of the as-of day, of those gone of the
-- day then. move: 1 up, -1 down, 0 the same; null where the two tiers say nothing together: one not serving,
-- new or on leave; 有履职（未区分） stands above having no act on record, and beside the tiers with acts.
-- tier: the one that guards the name, the lower of the two.
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
),
steps as (
  select * from (values
    ('proactive', 4, 2), ('regular', 3, 2), ('responsive', 2, 2), ('undetermined', null, 2),
    ('unverified', 1, 1), ('lost', 1, 1)
  ) as x (tier, step, has_acts)
)
select
  n.person_id, n.name, n.name_sort, n.org, n.unit, n.city, n.category, n.channel, n.field, n.recommender,
  m.tier_then, m.tier_now,
  case
    when a.tier is null or b.tier is null then null
    when a.tier = b.tier then 0
    when a.step is not null and b.step is not null then sign(a.step - b.step)
    when a.has_acts <> b.has_acts then a.has_acts - b.has_acts
  end as move,
  case
    when m.tier_now in ('responsive', 'undetermined', 'lost', 'unverified') then m.tier_now
    else coalesce(m.tier_then, m.tier_now)
  end as tier,
  case when n.is_now then n.last_act_on end as last_act_on, n.load_id, n.file, n.sheet, n.row_number
from nearest n
join tiers m on m.person_id = n.person_id
left join steps a on a.tier = m.tier_now
left join steps b on b.tier = m.tier_then
where n.nth = 1
order by n.unit nulls last, n.name_sort, n.person_id
