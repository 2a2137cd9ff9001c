-- One row per contract known on the as-of day. Rows that share contract_no or registered_no are one
-- contract; a row with neither joins the earliest-signed contract of its match. What is verified overrides
-- what is reported; a contract with a match is grouped as its match, one without as its officer.
-- persons: all whom it credits, the officer named and both sides of the match.
with seen as (
  select
    f.*, f.source = '核验' as is_checked,
    (
      select min(l.reaches) from contract_links l
      where l.node = f.node and l.linked_on <= last_day(cast($as_of as date))
    ) as component
  from contract_facts f
  where f.signed_on <= last_day(cast($as_of as date))
),
first_of_match as (
  select s.match_key, min_by(s.component, (s.signed_on, s.component)) as component
  from seen s
  where s.component is not null and s.match_key is not null
  group by s.match_key
),
keyed as (
  select
    s.* exclude (component),
    coalesce(s.component, m.component, 'm:' || s.match_key, 'k:' || s.row_key) as contract_key
  from seen s
  left join first_of_match m on m.match_key = s.match_key
),
placed as (
  select
    k.*,
    row_number() over (
      partition by contract_key order by is_checked desc, amount_wan is null, reported_on desc, row_key
    ) as best,
    row_number() over (
      partition by contract_key order by match_key is null, is_checked desc, reported_on desc, row_key
    ) as told_best
  from keyed k
)
select
  contract_key,
  coalesce(min(signed_on) filter (is_checked), min(signed_on)) as signed_on,
  bool_or(is_checked) as is_verified,
  bool_or(not is_checked) as is_reported,
  any_value(amount_wan) filter (best = 1) as amount_wan,
  any_value(is_local) filter (best = 1) as is_local,
  any_value(kind) filter (best = 1) as kind,
  list_distinct(flatten(list([signed_by, person_id_a, person_id_b]))) as persons,
  any_value(person_id) filter (told_best = 1) as person_id,
  any_value(unit) filter (told_best = 1) as unit,
  any_value(city_here) filter (told_best = 1) as city,
  any_value(category) filter (told_best = 1) as category,
  any_value(channel) filter (told_best = 1) as channel,
  any_value(recommender) filter (told_best = 1) as recommender,
  any_value(field) filter (told_best = 1) as field,
  any_value(load_id) filter (best = 1) as load_id,
  any_value(file) filter (best = 1) as file,
  any_value(sheet) filter (best = 1) as sheet,
  any_value(row_number) filter (best = 1) as row_number
from placed
group by contract_key
