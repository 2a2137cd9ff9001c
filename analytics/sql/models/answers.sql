-- model: answers
-- grain: one personal reminder that was answered; prompted, for the tiers only
-- needs: personal_reminders, officer_spells
select
  p.reminder_key, p.person_id, p.topic, p.answered_on,
  cast(date_trunc('month', p.answered_on) as date) as month,
  coalesce(s.is_serving, false) as is_in_service, p.load_id, p.file, p.sheet, p.row_number
from personal_reminders p
left join officer_spells s on s.person_id = p.person_id and p.answered_on between s.from_on and s.to_on
where p.answered_on is not null
