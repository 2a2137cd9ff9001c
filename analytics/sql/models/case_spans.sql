-- model: case_spans
-- grain: a case: the delivered personal reminders of one person and topic with one due_on (blank: sent
-- within the case days of the first)
-- needs: personal_reminders, case_starts
-- params: open_days
-- It ends at due_on, else the open days after its last send. answered_on: the first answer from first send
-- to end. first_key: the first send; of two on one day the one with the smaller key.
with placed as (
  select
    p.reminder_key, p.person_id, p.topic, p.sent_on, p.due_on, p.answered_on, max(c.first_on) as first_on
  from personal_reminders p
  left join case_starts c
    on c.person_id = p.person_id and c.topic = p.topic and c.first_on <= p.sent_on and p.due_on is null
  where p.is_reached and p.topic is not null
  group by p.reminder_key, p.person_id, p.topic, p.sent_on, p.due_on, p.answered_on
),
spans as (
  select
    p.person_id, p.topic, p.due_on, p.first_on, min(p.sent_on) as starts_on,
    coalesce(p.due_on, max(p.sent_on) + $open_days) as ends_on, count(*) as sends,
    substr(min(cast(p.sent_on as string) || p.reminder_key), 11) as first_key
  from placed p
  group by p.person_id, p.topic, p.due_on, p.first_on
),
replied as (
  select s.first_key, min(p.answered_on) as replied_on
  from spans s
  join placed p on p.person_id = s.person_id and p.topic = s.topic
    and p.due_on is not distinct from s.due_on and p.first_on is not distinct from s.first_on
  where p.answered_on between s.starts_on and s.ends_on
  group by s.first_key
)
select
  s.first_key as case_key, s.person_id, s.topic, s.starts_on, s.ends_on, s.sends, r.replied_on
from spans s
left join replied r on r.first_key = s.first_key
