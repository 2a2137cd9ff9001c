-- model: service_spells
-- grain: the days on which one term makes its person serve, from_on to to_on
-- needs: term_facts, assessments
-- params: grace_months
-- Beyond its end a term serves on (到期待考核) while the day less the grace months, clipped to the month's
-- last day, is not after the end; not once a later term has begun; not from an assessment 不合格 of it.
with later as (
  select t.term_key, min(n.started_on) as next_on
  from term_facts t
  join term_facts n on n.person_id = t.person_id and n.started_on > t.started_on
  group by t.term_key
),
assessed as (
  -- an assessment names its term by number, else it judges the last term begun by its day
  select
    t.term_key, a.assessed_on,
    row_number() over (
      partition by a.content_id
      order by case when t.term_number = a.term_no then 0 else 1 end, t.started_on desc, t.term_key
    ) as pick
  from assessments a
  join term_facts t
    on t.person_id = a.person_id and (t.term_number = a.term_no or t.started_on <= a.assessed_on)
  where a.grade = '不合格'
),
failed as (
  select a.term_key, min(a.assessed_on) as failed_on from assessed a where a.pick = 1 group by a.term_key
),
grace as (
  -- the last day whose day $grace_months earlier is not after the end: from a month's last day to one
  select
    t.term_key,
    case
      when t.ends_on = last_day(t.ends_on)
        then last_day(cast(t.ends_on + $grace_months * interval '1' month as date))
      else cast(t.ends_on + $grace_months * interval '1' month as date)
    end as grace_on
  from term_facts t
),
spells as (
  select
    t.term_key, t.person_id, t.term_number, t.started_on as from_on, t.ends_on,
    least(
      t.leaves_on - 1,
      greatest(t.ends_on, least(g.grace_on, l.next_on - 1, f.failed_on - 1))
    ) as to_on
  from term_facts t
  join grace g on g.term_key = t.term_key
  left join later l on l.term_key = t.term_key
  left join failed f on f.term_key = t.term_key
)
select s.term_key, s.person_id, s.term_number, s.from_on, s.to_on, s.ends_on
from spells s
where s.to_on >= s.from_on
