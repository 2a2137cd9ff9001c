-- query: officer_core
-- grain: person serving on the as-of day, with what the core list (核心朋友圈) asks for
-- with: serving_at, tally_at, contracts_at
-- pairs: pairs of demand and achievement first contacted in W with the person on a side, and contracts
-- signed in W that credit the person.
with sides as (
  select m.person_id_a as person_id, m.match_key
  from match_facts m
  where m.pair_place = 1
    and in_window(m.first_contact_on, $as_of)
  union
  select m.person_id_b, m.match_key
  from match_facts m
  where m.pair_place = 1
    and in_window(m.first_contact_on, $as_of)
),
met as (
  select s.person_id, count(*) as pairs from sides s group by s.person_id
),
signed as (
  select x.person_id, count(*) as contracts
  from (
    select unnest(c.persons) as person_id from contracts_at c
    where in_window(c.signed_on, $as_of)
  ) x
  group by x.person_id
)
select
  s.* exclude (term_key), coalesce(y.self_initiated, 0) as self_initiated,
  coalesce(y.self_quarters, 0) as self_quarters, coalesce(e.pairs, 0) as pairs,
  coalesce(g.contracts, 0) as contracts,
  coalesce(y.self_initiated, 0) >= $core_acts and coalesce(y.self_quarters, 0) >= $core_quarters
    and coalesce(e.pairs, 0) + coalesce(g.contracts, 0) >= $core_pairs as is_core
from serving_at s
left join tally_at y on y.person_id = s.person_id
left join met e on e.person_id = s.person_id
left join signed g on g.person_id = s.person_id
order by s.unit nulls last, s.name_sort, s.person_id
