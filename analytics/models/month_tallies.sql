-- model: month_tallies
-- grain: person × month with at least one act or answer in service
-- needs: acts, answers
with acted as (
  select
    a.person_id, a.month, count(*) as acts,
    cast(sum(case when a.class = 'self_initiated' then 1 else 0 end) as bigint) as self_initiated,
    cast(sum(case when a.class = 'prompted' then 1 else 0 end) as bigint) as prompted,
    cast(sum(case when a.class = 'untold' then 1 else 0 end) as bigint) as untold,
    cast(sum(case when a.class = 'neutral' then 1 else 0 end) as bigint) as neutral,
    cast(sum(case when a.class = 'neutral' and a.is_recorded then 1 else 0 end) as bigint) as neutral_recorded,
    min(a.acted_on) as first_act_on, max(a.acted_on) as last_act_on
  from acts a
  where a.is_in_service
  group by a.person_id, a.month
),
answered as (
  select a.person_id, a.month, count(*) as answers
  from answers a
  where a.is_in_service
  group by a.person_id, a.month
)
select
  coalesce(a.person_id, r.person_id) as person_id, coalesce(a.month, r.month) as month,
  coalesce(a.acts, 0) as act_count,
  coalesce(a.self_initiated, 0) as self_count, coalesce(a.prompted, 0) as prompted_count,
  coalesce(a.untold, 0) as untold_count, coalesce(a.neutral, 0) as neutral_count,
  coalesce(a.neutral_recorded, 0) as recorded_count,
  coalesce(r.answers, 0) as answer_count, a.first_act_on, a.last_act_on
from acted a
full join answered r on r.person_id = a.person_id and r.month = a.month
