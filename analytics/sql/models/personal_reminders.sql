-- model: personal_reminders
-- grain: one reminder sent to one person
-- needs: reminders
-- params: open_days
-- Open from sent_on to due_on, else open_days long; undelivered only where 是否送达 says no.
select
  r.content_id as reminder_key, r.reminder_no, r.person_id, r.topic, r.sent_on, r.due_on,
  coalesce(r.due_on, r.sent_on + $open_days) as open_until,
  coalesce(r.is_delivered, true) as is_reached,
  r.answered_on, r.channel, r.load_id, r.file, r.sheet, r.row_number
from reminders r
where r.person_id is not null and r.sent_on is not null
