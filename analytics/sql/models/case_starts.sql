-- model: case_starts
-- grain: first send of a case of reminders without due_on: person × topic × day
-- needs: personal_reminders
-- params: case_days
-- The first send opens a case; those sent within the case days of it belong to it; the next opens another.
with recursive sends as (
  select distinct p.person_id, p.topic, p.sent_on
  from personal_reminders p
  where p.is_reached and p.due_on is null and p.topic is not null
),
chained as (
  select s.person_id, s.topic, s.sent_on, min(n.sent_on) as next_on
  from sends s
  left join sends n
    on n.person_id = s.person_id and n.topic = s.topic and n.sent_on > s.sent_on + $case_days
  group by s.person_id, s.topic, s.sent_on
),
firsts as (
  select s.person_id, s.topic, min(s.sent_on) as first_on from sends s group by s.person_id, s.topic
),
starts as (
  select f.person_id, f.topic, f.first_on from firsts f
  union all
  select c.person_id, c.topic, c.next_on as first_on
  from starts s
  join chained c on c.person_id = s.person_id and c.topic = s.topic and c.sent_on = s.first_on
  where c.next_on is not null
)
select s.person_id, s.topic, s.first_on from starts s
