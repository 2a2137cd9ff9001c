-- What plain DuckDB takes for the same rows without a single rule of the programme.

-- name: months
create or replace temp table bare as
select person_id, cast(date_trunc('month', acted_on) as date) as month, count(*) as acts, min(acted_on) as first_on,
  max(acted_on) as last_on
from (
  select person_id, acted_on from activities
  union all select person_id, submitted_on from demands
  union all select person_id, submitted_on from achievements
  union all select person_id, submitted_on from summaries
  union all select person_id, raised_on from suggestions
  union all select a.person_id, t.held_on from attendances a join trainings t on t.training_no = a.training
)
group by all

-- name: acts
select count(*) from act_rows

-- name: officers
select person_id from officer_month where month = date '2025-12-01' and is_serving order by hash(person_id) limit $1

-- name: window
select unit, category, count(distinct person_id), sum(acts), sum(self_initiated)
from officer_month
where month between cast($1 as date) - interval 11 month and cast($1 as date)
group by all

-- name: own
select count(*), min(acted_on), max(acted_on), count(distinct kind) from activities where person_id = $1
