-- model: personal_reminders
-- grain: one reminder sent to one person
-- needs: reminders, officer_spells
-- params: open_days
-- Open from sent_on to due_on, else open_days long; undelivered only where 是否送达 says no. `unit_then`:
-- the unit whose officer the person was on sent_on, null while not serving.
select
  r.content_id as reminder_key, r.reminder_no, r.person_id, r.topic, r.sent_on, r.due_on,
  coalesce(r.due_on, r.sent_on + $open_days) as open_until,
  coalesce(r.is_delivered, true) as is_reached,
  r.answered_on, r.channel,
  case when s.is_serving then s.unit end as unit_then,
  r.file, r.sheet, r.row_number
from reminders r
left join officer_spells s on s.person_id = r.person_id and r.sent_on between s.from_on and s.to_on
where r.person_id is not null and r.sent_on is not null
