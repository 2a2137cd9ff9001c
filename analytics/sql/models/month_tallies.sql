-- model: month_tallies
-- grain: person (by number) × month with at least one act in service
-- needs: act_leanings, service_runs, records_kept
-- kind: view
-- Acts are counted by run and month first: whether the unit kept records is asked once for all of them, and
-- only who served in several runs is counted a second time.
with counted as (
  select
    l.run_no, l.month, count(*) as acts,
    count(case when l.leaning = 'self_initiated' then 1 end) as self_initiated,
    count(case when l.leaning = 'prompted' then 1 end) as prompted,
    count(case when l.leaning = 'untold' then 1 end) as untold,
    count(case when l.leaning = 'neutral' then 1 end) as neutral,
    count(case when l.leaning = 'open' then 1 end) as undecided,
    min(l.acted_on) as first_act_on, max(l.acted_on) as last_act_on
  from (
    select r.run_no, a.acted_on, cast(date_trunc('month', a.acted_on) as date) as month, a.leaning
    from act_leanings a
    join service_runs r
      on r.person_id = a.person_id and a.acted_on between r.from_on and r.to_on and r.is_serving
  ) l
  group by l.run_no, l.month
),
told as (
  select
    r.person_no, c.month, r.is_only, c.acts,
    c.self_initiated + case when k.month is not null then c.undecided else 0 end as self_initiated,
    c.prompted, c.untold + case when k.month is null then c.undecided else 0 end as untold, c.neutral,
    case when k.month is not null then c.neutral else 0 end as neutral_recorded, c.first_act_on, c.last_act_on
  from counted c
  join service_runs r on r.run_no = c.run_no
  left join records_kept k
    on k.unit = r.unit and k.person_key = case when r.unit = 'non_city' then r.person_id else '*' end
    and k.month = c.month
)
select
  t.person_no, t.month, t.acts as act_count, t.self_initiated as self_count, t.prompted as prompted_count,
  t.untold as untold_count, t.neutral as neutral_count, t.neutral_recorded as recorded_count,
  t.first_act_on, t.last_act_on
from told t
where t.is_only
union all
select
  t.person_no, t.month, cast(sum(t.acts) as bigint) as act_count,
  cast(sum(t.self_initiated) as bigint) as self_count, cast(sum(t.prompted) as bigint) as prompted_count,
  cast(sum(t.untold) as bigint) as untold_count, cast(sum(t.neutral) as bigint) as neutral_count,
  cast(sum(t.neutral_recorded) as bigint) as recorded_count,
  min(t.first_act_on) as first_act_on, max(t.last_act_on) as last_act_on
from told t
where not t.is_only
group by t.person_no, t.month
