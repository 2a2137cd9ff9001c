-- model: officer_month
-- grain: person × month, from the first started_on on
-- needs: officer_spells, service_days, month_tallies, term_facts, calendar
-- params: exposure_days
-- The spine: every as-of question is a range aggregate over it. is_serving, is_due, is_on_leave and the
-- attributes are those of the month's last day. exposure: 1 where enough days are in service and not on
-- leave; exposure_served: the same, leave not taken off. new_since: the latest start that makes one new.
with begun as (
  select t.person_id, cast(date_trunc('month', min(t.started_on)) as date) as first_month
  from term_facts t group by t.person_id
),
held as (
  select s.*, c.month, c.last_day, s.from_on <= c.month as is_whole
  from begun b
  join officer_spells s on s.person_id = b.person_id
  join calendar c on c.month >= b.first_month and c.last_day between s.from_on and s.to_on
)
select
  h.person_id, h.month, h.is_serving, h.is_due, h.is_on_leave,
  case
    when h.is_whole then case when h.is_serving and not h.is_on_leave then 1 else 0 end
    else case when d.days_worked >= $exposure_days then 1 else 0 end
  end as exposure,
  case
    when h.is_whole then case when h.is_serving then 1 else 0 end
    else case when d.days_served >= $exposure_days then 1 else 0 end
  end as exposure_served,
  h.new_since, h.term_key, h.term_no,
  h.unit, h.city, h.category, h.channel, h.recommender, h.field, h.org,
  coalesce(t.act_count, 0) as acts, coalesce(t.self_count, 0) as self_initiated,
  coalesce(t.prompted_count, 0) as prompted, coalesce(t.untold_count, 0) as untold,
  coalesce(t.neutral_count, 0) as neutral, coalesce(t.recorded_count, 0) as neutral_recorded,
  coalesce(t.answer_count, 0) as answers, t.first_act_on, t.last_act_on
from held h
left join service_days d on d.person_id = h.person_id and d.month = h.month
left join month_tallies t on t.person_id = h.person_id and t.month = h.month
order by h.month, h.person_id
