-- model: reminder_targets
-- grain: reminder × person whom it reaches (personal: delivered; group: serving on sent_on and named)
-- needs: personal_reminders, group_notices, officer_spells
-- kind: view
select
  p.reminder_key, p.person_id, true as is_personal, p.topic, p.sent_on, p.due_on, p.open_until,
  p.answered_on, false as is_drive, p.channel, p.load_id, p.file, p.sheet, p.row_number
from personal_reminders p
where p.is_reached
union all
select distinct
  g.reminder_key, s.person_id, false as is_personal, g.topic, g.sent_on, cast(null as date) as due_on,
  g.open_until, cast(null as date) as answered_on, g.is_drive, g.channel, g.load_id, g.file, g.sheet, g.row_number
from group_notices g
join officer_spells s
  on g.sent_on between s.from_on and s.to_on and s.is_serving
  and (g.unit = '*' or g.unit = s.unit)
  and (g.category = '*' or g.category = s.category)
