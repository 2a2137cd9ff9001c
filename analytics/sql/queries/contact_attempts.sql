-- query: contact_attempts
-- grain: one attempt to reach a person, on record by the as-of day, the latest first
select
  c.person_id, c.contacted_on, c.channel, c.outcome, coalesce(c.outcome in ('接通', '已回复'), false) as is_success,
  in_window(c.contacted_on, $as_of) as is_recent, c.load_id, c.file, c.sheet, c.row_number
from contacts c
where c.person_id is not null and c.contacted_on <= last_day(cast($as_of as date))
order by c.person_id, c.contacted_on desc, c.content_id
