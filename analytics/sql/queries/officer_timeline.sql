-- query: officer_timeline
-- grain: one dated line of one person's file ($person_id), up to the as-of day
-- with: match_titles
-- line: act, term, left, leave, reminder, notice, answer, contact, assessment. class: that of an act. cause: what a contact learned.
with lines as (
  select
    a.acted_on as on_date, 'act' as line, a.source, a.kind, a.topic, a.class, a.is_in_service, a.is_recorded,
    coalesce(m.title, a.title) as title, null as cause, a.load_id, a.file, a.sheet, a.row_number
  from acts a
  left join match_titles m
    on a.source = 'matches' and m.load_id = a.load_id and m.row_number = a.row_number
  where a.person_id = $person_id
  union all
  select t.started_on, 'term', 'terms', null, null, null, true, null, t.org, null, t.load_id, t.file, t.sheet,
    t.row_number
  from term_facts t where t.person_id = $person_id
  union all
  select t.leaves_on, 'left', 'terms', null, null, null, true, null, t.org, null, t.load_id, t.file, t.sheet, t.row_number
  from term_facts t where t.person_id = $person_id
  union all
  select l.from_on, 'leave', 'leaves', null, null, null, true, null, strftime(l.to_on, '%Y-%m-%d'), null, l.load_id, l.file,
    l.sheet, l.row_number
  from leaves l where l.person_id = $person_id
  union all
  select r.sent_on, case when r.is_personal then 'reminder' else 'notice' end, 'reminders', r.channel, r.topic,
    null, true, null, strftime(r.due_on, '%Y-%m-%d'), null, r.load_id, r.file, r.sheet, r.row_number
  from reminder_targets r where r.person_id = $person_id
  union all
  select a.answered_on, 'answer', 'reminders', null, a.topic, null, a.is_in_service, null, null, null,
    a.load_id, a.file, a.sheet, a.row_number
  from answers a where a.person_id = $person_id
  union all
  select c.contacted_on, 'contact', 'contacts', c.channel, null, null, true, null, c.outcome, c.cause,
    c.load_id, c.file, c.sheet, c.row_number
  from contacts c where c.person_id = $person_id
  union all
  select a.assessed_on, 'assessment', 'assessments', null, null, null, true, null, a.grade, null,
    a.load_id, a.file, a.sheet, a.row_number
  from assessments a where a.person_id = $person_id
)
select l.* from lines l
where l.on_date <= last_day(cast($as_of as date))
order by l.on_date desc, l.source, l.file, l.sheet, l.row_number, l.load_id, l.line
