-- model: reminder_cases
-- grain: a case: the delivered personal reminders of one person and topic with one due_on (blank: sent
-- within the case days of the first)
-- needs: personal_reminders, case_starts, acts, officer_spells, calendar
-- params: open_days
-- It ends at due_on, else the open days after its last send. Answered: answered_on, or an act of its topic
-- in service, from first send to end. Attributes are those at its end. The row is the first send's.
with placed as (
  select
    p.reminder_key, p.person_id, p.topic, p.sent_on, p.due_on, p.answered_on,
    max(c.first_on) as first_on
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
    -- the first send; of two on one day the one with the smaller key
    substr(min(cast(p.sent_on as varchar) || p.reminder_key), 11) as first_key
  from placed p
  group by p.person_id, p.topic, p.due_on, p.first_on
),
filed as (
  select s.person_id, s.topic, s.starts_on, s.ends_on, min(a.acted_on) as filed_on
  from spans s
  join calendar c on c.last_day >= s.starts_on and c.month <= s.ends_on
  join acts a on a.person_id = s.person_id and a.topic = s.topic and a.month = c.month
    and a.is_in_service and a.acted_on between s.starts_on and s.ends_on
  group by s.person_id, s.topic, s.starts_on, s.ends_on
),
replied as (
  select s.person_id, s.topic, s.due_on, s.first_on, min(p.answered_on) as replied_on
  from spans s
  join placed p on p.person_id = s.person_id and p.topic = s.topic
    and p.due_on is not distinct from s.due_on and p.first_on is not distinct from s.first_on
  where p.answered_on between s.starts_on and s.ends_on
  group by s.person_id, s.topic, s.due_on, s.first_on
)
select
  s.first_key as case_key, s.person_id, s.topic, s.starts_on, s.ends_on, s.sends,
  coalesce(f.filed_on, r.replied_on) is not null as is_answered,
  least(f.filed_on, r.replied_on) as answered_on,
  o.unit, o.city, o.category, o.channel, o.recommender, o.field,
  p.file, p.sheet, p.row_number
from spans s
join personal_reminders p on p.reminder_key = s.first_key
left join filed f on f.person_id = s.person_id and f.topic = s.topic and f.starts_on = s.starts_on
  and f.ends_on = s.ends_on
left join replied r on r.person_id = s.person_id and r.topic = s.topic
  and r.due_on is not distinct from s.due_on and r.first_on is not distinct from s.first_on
left join officer_spells o on o.person_id = s.person_id and s.ends_on between o.from_on and o.to_on
