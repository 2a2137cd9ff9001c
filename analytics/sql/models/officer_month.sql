-- model: officer_month
-- grain: person × month, from the first started_on on; sorted by month, then person (month_spells)
-- needs: month_spells, officer_spells, service_days, month_tallies, month_answers
-- params: exposure_days
-- The spine: every as-of question is a range aggregate over it. is_serving, is_due, is_on_leave and the
-- attributes are those of the month's last day. exposure: 1 where enough days are in service and not on
-- leave; exposure_served: the same, leave not taken off. new_since: the latest start that makes one new.
-- person_no: what sums over months are grouped and joined by.
select
  s.person_id, s.person_no, h.month, s.is_serving, s.is_due, s.is_on_leave,
  case
    when h.is_whole and s.is_serving and not s.is_on_leave then 1
    when not h.is_whole and d.days_worked >= $exposure_days then 1
    else 0
  end as exposure,
  case
    when h.is_whole and s.is_serving then 1
    when not h.is_whole and d.days_served >= $exposure_days then 1
    else 0
  end as exposure_served,
  s.new_since, s.term_key, s.term_no,
  s.unit, s.city, s.category, s.channel, s.recommender, s.field, s.org,
  coalesce(t.act_count, 0) as acts, coalesce(t.self_count, 0) as self_initiated,
  coalesce(t.prompted_count, 0) as prompted, coalesce(t.untold_count, 0) as untold,
  coalesce(t.neutral_count, 0) as neutral, coalesce(t.recorded_count, 0) as neutral_recorded,
  coalesce(w.answer_count, 0) as answers, t.first_act_on, t.last_act_on
from month_spells h
join officer_spells s on s.person_no = h.person_no and s.from_on = h.from_on
left join service_days d on d.person_no = h.person_no and d.month = h.month
left join month_tallies t on t.person_no = h.person_no and t.month = h.month
left join month_answers w on w.person_no = h.person_no and w.month = h.month
