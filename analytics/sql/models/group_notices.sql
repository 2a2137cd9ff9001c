-- model: group_notices
-- grain: group notice × unit it names ('*' = all) × category it names ('*' = both)
-- needs: reminders, audience_words
-- params: open_days
-- A notice with a word that nobody understands has no line in audience_words: it reaches nobody.
select
  r.content_id as reminder_key, r.reminder_no, r.topic, r.sent_on,
  coalesce(r.due_on, r.sent_on + $open_days) as open_until,
  coalesce(r.is_campaign, false) as is_drive,
  w.unit, w.category, r.audience, r.channel, r.load_id, r.file, r.sheet, r.row_number
from reminders r
join audience_words w on w.audience = r.audience
where r.person_id is null and r.officer_text is null and r.sent_on is not null
