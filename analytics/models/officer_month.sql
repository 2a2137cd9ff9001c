-- model: officer_month
-- grain: person × month, from the first started_on on
-- needs: month_counts, officer_spells
-- The spine: every as-of question is a range aggregate over it. is_serving, is_due, is_on_leave and the
-- attributes are those of the month's last day. exposure: 1 where enough days are in service and not on
-- leave; exposure_served: the same, leave not taken off. new_since: the latest start that makes one new.
select
  k.person_id, k.month, s.is_serving, s.is_due, s.is_on_leave, k.exposure, k.exposure_served,
  s.new_since, s.term_key, s.term_no,
  s.unit, s.city, s.category, s.channel, s.recommender, s.field, s.org,
  coalesce(k.act_count, 0) as acts, coalesce(k.self_count, 0) as self_initiated,
  coalesce(k.prompted_count, 0) as prompted, coalesce(k.untold_count, 0) as untold,
  coalesce(k.neutral_count, 0) as neutral, coalesce(k.recorded_count, 0) as neutral_recorded,
  coalesce(k.answer_count, 0) as answers, k.first_act_on, k.last_act_on
from month_counts k
join officer_spells s on s.person_id = k.person_id and s.from_on = k.from_on
order by k.month, k.person_id
