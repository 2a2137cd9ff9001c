-- query: tier_moves
-- grain: person serving on the as-of day, or $months_apart months before: the tier then and now
-- twice: officers_serving
-- with: tier_pairs
-- move: 1 up, -1 down, 0 the same; null where the two tiers say nothing together: one not serving, new or on
-- leave; 有履职（未区分） stands above having no act on record, and beside the tiers with acts.
with steps as (
  select * from (values
    ('proactive', 4, 2), ('regular', 3, 2), ('responsive', 2, 2), ('undetermined', null, 2),
    ('unverified', 1, 1), ('lost', 1, 1)
  ) as x (tier, step, has_acts)
)
select
  p.person_id, p.name, p.name_sort, p.org, p.unit, p.city, p.category, p.channel, p.field, p.recommender,
  p.tier_then, p.tier_now,
  case
    when a.tier is null or b.tier is null then null
    when a.tier = b.tier then 0
    when a.step is not null and b.step is not null then sign(a.step - b.step)
    when a.has_acts <> b.has_acts then a.has_acts - b.has_acts
  end as move,
  p.tier, p.last_act_on, p.load_id, p.file, p.sheet, p.row_number
from tier_pairs p
left join steps a on a.tier = p.tier_now
left join steps b on b.tier = p.tier_then
order by p.unit nulls last, p.name_sort, p.person_id
