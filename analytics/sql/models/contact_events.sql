-- model: contact_events
-- grain: one attempt to reach a person that succeeded or failed, one answer, one read notice
-- needs: contacts, answers, pushes, officer_spells
-- counts_as_failed: failed while serving and not on leave. next_success_on: the first success on the day or
-- later, so that "later than the last success known by then" is a comparison with the as-of day.
with told as (
  select
    'contacts:' || c.content_id as event_key, c.person_id, c.contacted_on as on_date, c.channel, c.outcome,
    c.cause, c.outcome in ('接通', '已回复') as is_success, c.load_id, c.file, c.sheet, c.row_number
  from contacts c
  where c.person_id is not null and c.contacted_on is not null and c.outcome is not null
  union all
  select
    'answers:' || a.reminder_key as event_key, a.person_id, a.answered_on as on_date,
    cast(null as string) as channel, '已响应' as outcome, cast(null as string) as cause,
    true as is_success, a.load_id, a.file, a.sheet, a.row_number
  from answers a
  union all
  select
    'pushes:' || p.content_id as event_key, p.person_id, p.read_on as on_date,
    cast(null as string) as channel, '已读' as outcome, cast(null as string) as cause,
    true as is_success, p.load_id, p.file, p.sheet, p.row_number
  from pushes p
  where p.person_id is not null and p.read_on is not null
)
select
  t.event_key, t.person_id, t.on_date, t.channel, t.outcome, t.cause, t.is_success,
  not t.is_success and coalesce(s.is_serving and not s.is_on_leave, false) as counts_as_failed,
  min(case when t.is_success then t.on_date end) over (
    partition by t.person_id
    order by t.on_date, case when t.is_success then 1 else 0 end, t.event_key
    rows between current row and unbounded following
  ) as next_success_on,
  t.load_id, t.file, t.sheet, t.row_number
from told t
left join officer_spells s on s.person_id = t.person_id and t.on_date between s.from_on and s.to_on
