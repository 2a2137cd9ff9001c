-- model: service_runs
-- grain: a run of days, from_on to to_on, over which neither the unit changes nor whether a person serves
-- needs: officer_spells
-- What an act needs to know of its day, in half as many rows as officer_spells; gapless per person too.
-- is_only: the person serves in no other run.
with compared as (
  select
    s.person_id, s.person_no, s.from_on, s.to_on, s.is_serving, s.unit,
    case
      when lag(s.is_serving) over by_day = s.is_serving and lag(s.unit) over by_day is not distinct from s.unit
        then 0 else 1
    end as is_start
  from officer_spells s
  window by_day as (partition by s.person_no order by s.from_on)
),
numbered as (
  select
    c.person_id, c.person_no, c.from_on, c.to_on, c.is_serving, c.unit,
    cast(sum(c.is_start) over (
      partition by c.person_no order by c.from_on rows between unbounded preceding and current row
    ) as bigint) as nth
  from compared c
),
runs as (
  select
    n.person_id, n.person_no, min(n.from_on) as from_on, max(n.to_on) as to_on, n.is_serving, n.unit
  from numbered n
  group by n.person_id, n.person_no, n.nth, n.is_serving, n.unit
),
served as (
  select r.person_no, count(*) as runs from runs r where r.is_serving group by r.person_no
)
select
  row_number() over (order by r.person_no, r.from_on) as run_no, r.person_no, r.person_id, r.from_on, r.to_on,
  r.is_serving, r.unit, coalesce(m.runs = 1, false) as is_only
from runs r
left join served m on m.person_no = r.person_no
