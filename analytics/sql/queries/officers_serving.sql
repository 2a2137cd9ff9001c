-- query: officers_serving
-- grain: person serving on the as-of day (the last of month $as_of), with the counts of W and the tier
-- with: contracts_at
-- W = the twelve months that end with $as_of; quarters are blocks of three months counted back. The row of
-- the workbook is that of the term that decides. is_to_call: no act on record in W, and the term is
-- over or ends within six months of the as-of month.
with tally as (
  select
    m.person_no,
    cast(sum(m.exposure) as bigint) as m, cast(sum(m.exposure_served) as bigint) as m_served,
    cast(sum(m.acts) as bigint) as acts, cast(sum(m.self_initiated) as bigint) as self_initiated,
    cast(bit_count(bit_or(case when m.self_initiated > 0 then
      1 << (date_diff('month', m.month, cast($as_of as date)) // 3) else 0 end)) as bigint) as self_quarters,
    cast(sum(m.prompted) as bigint) as prompted, cast(sum(m.untold) as bigint) as untold,
    cast(sum(m.neutral) as bigint) as neutral, cast(sum(m.neutral_recorded) as bigint) as neutral_recorded,
    cast(sum(m.answers) as bigint) as answers, max(m.last_act_on) as last_act_on
  from officer_month m
  where in_window(m.month, $as_of)
  group by m.person_no
),
failed as (
  select
    e.person_id, count(*) as contacts, count(distinct e.channel) as channels,
    max(e.on_date) - min(e.on_date) as span
  from contact_events e
  where e.counts_as_failed
    and in_window(e.on_date, $as_of)
    and coalesce(e.next_success_on > last_day(cast($as_of as date)), true)
  group by e.person_id
),
reached as (
  select distinct e.person_id from contact_events e
  where e.is_success
    and in_window(e.on_date, $as_of)
),
signed as (
  select
    person_id, count(*) filter (is_reported) as reported, count(*) filter (is_verified) as verified
  from (
    select unnest(c.persons) as person_id, c.is_reported, c.is_verified from contracts_at c
    where in_window(c.signed_on, $as_of)
  )
  group by person_id
),
told as (
  select s.person_id, max(s.contracts_reported) as contracts
  from summaries s
  where s.contracts_reported >= 1
    and in_window(s.submitted_on, $as_of)
  group by s.person_id
),
trained as (
  select distinct t.person_id from trainings_attended t
  where in_window(t.held_on, $as_of)
),
counted as (
  select
    h.person_id, p.name, p.name_sort, h.org, h.unit, h.city, h.category, h.channel, h.field, h.recommender,
    h.term_no, t.started_on, t.ends_on as ended_on, h.is_due, h.is_on_leave,
    coalesce(last_day(h.month) < h.new_since + cast($new_days as integer), false) as is_new,
    y.m, y.m_served, y.acts, y.self_initiated, y.self_quarters, y.prompted, y.untold, y.neutral,
    y.neutral_recorded, y.answers, y.last_act_on,
    coalesce(f.contacts, 0) as failed_contacts, coalesce(f.channels, 0) as failed_channels,
    coalesce(f.span, 0) as failed_span, r.person_id is not null as was_reached,
    cast(greatest(coalesce(s.reported, 0), coalesce(told.contracts, 0)) as bigint) as contracts_reported,
    coalesce(s.verified, 0) as contracts_verified, e.person_id is not null as is_trained,
    t.load_id, t.file, t.sheet, t.row_number
  from officer_month h
  join tally y on y.person_no = h.person_no
  left join term_facts t on t.term_key = h.term_key
  left join persons p on p.person_id = h.person_id
  left join failed f on f.person_id = h.person_id
  left join reached r on r.person_id = h.person_id
  left join signed s on s.person_id = h.person_id
  left join told on told.person_id = h.person_id
  left join trained e on e.person_id = h.person_id
  where h.month = cast($as_of as date) and h.is_serving
)
select
  *,
  case
    when is_new then 'new'
    when is_on_leave or (m = 0 and m_served > 0) then 'on_leave'
    when self_initiated >= greatest(1, ceil($proactive_acts * m / 12.0))
      and self_quarters >= case when m < $short_exposure then 1 else $proactive_quarters end then 'proactive'
    when self_initiated >= 1 then 'regular'
    when prompted + answers >= 1 or (untold = 0 and neutral_recorded >= 1) then 'responsive'
    when acts >= 1 then 'undetermined'
    when failed_contacts >= $lost_contacts and failed_channels >= $lost_channels
      and failed_span >= $lost_days then 'lost'
    else 'unverified'
  end as tier,
  tier in ('lost', 'unverified')
    and coalesce(ended_on <= last_day(cast($as_of as date) + interval 6 month), false) as is_to_call
from counted
order by unit nulls last, name_sort, person_id
