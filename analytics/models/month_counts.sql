-- model: month_counts
-- grain: person × month, from the first started_on on; from_on: the spell that holds the month's last day
-- needs: term_facts, officer_spells, service_days, month_tallies, calendar
-- params: exposure_days
-- Exposure and counts alone. Narrow on purpose: joined with its attributes in one go, the spine of 100,000
-- officers would need twice the memory.
with begun as (
  select t.person_id, cast(date_trunc('month', min(t.started_on)) as date) as first_month
  from term_facts t group by t.person_id
),
held as (
  select
    s.person_id, s.from_on, c.month, s.from_on <= c.month as is_whole,
    case when s.is_serving and not s.is_on_leave then 1 else 0 end as whole_worked,
    case when s.is_serving then 1 else 0 end as whole_served
  from begun b
  join officer_spells s on s.person_id = b.person_id
  join calendar c on c.month >= b.first_month and c.last_day between s.from_on and s.to_on
)
select
  h.person_id, h.from_on, h.month,
  case
    when h.is_whole then h.whole_worked when d.days_worked >= $exposure_days then 1 else 0
  end as exposure,
  case
    when h.is_whole then h.whole_served when d.days_served >= $exposure_days then 1 else 0
  end as exposure_served,
  t.act_count, t.self_count, t.prompted_count, t.untold_count, t.neutral_count, t.recorded_count,
  t.answer_count, t.first_act_on, t.last_act_on
from held h
left join service_days d on d.person_id = h.person_id and d.month = h.month
left join month_tallies t on t.person_id = h.person_id and t.month = h.month
