-- model: reminder_cases
-- grain: a case of reminders, with its answer
-- needs: case_spans, personal_reminders, act_rows, officer_spells, calendar
-- Answered: answered_on, or an act of its topic in service, from first send to end. Attributes are those at
-- its end; the row of the workbook is the first send's.
with acted as (
  select r.person_id, r.topic, r.acted_on, cast(date_trunc('month', r.acted_on) as date) as acted_month
  from act_rows r
  join officer_spells o
    on o.person_id = r.person_id and o.is_serving and r.acted_on between o.from_on and o.to_on
  where r.topic is not null
),
filed as (
  select s.case_key, min(a.acted_on) as filed_on
  from case_spans s
  join calendar c on c.last_day >= s.starts_on and c.month <= s.ends_on
  join acted a on a.person_id = s.person_id and a.topic = s.topic and a.acted_month = c.month
    and a.acted_on between s.starts_on and s.ends_on
  group by s.case_key
)
select
  s.case_key, s.person_id, s.topic, s.starts_on, s.ends_on, s.sends,
  coalesce(f.filed_on, s.replied_on) is not null as is_answered,
  least(f.filed_on, s.replied_on) as answered_on,
  o.unit, o.city, o.category, o.channel, o.recommender, o.field, p.load_id, p.file, p.sheet, p.row_number
from case_spans s
join personal_reminders p on p.reminder_key = s.case_key
left join filed f on f.case_key = s.case_key
left join officer_spells o on o.person_id = s.person_id and s.ends_on between o.from_on and o.to_on
