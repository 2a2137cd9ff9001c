-- query: dossier_lines
-- grain: row of a workbook about one person ($person_id), dated by the as-of day, in its section of the file
-- section: training, match and contract, and those that dossier_rows holds (as the sheets declare them).
select l.* from (
  select
    'training' as section, t.held_on as on_date, t.topic as kind, t.title,
    case when a.is_certified then 'certified' when a.is_selected then 'selected' when a.is_attended then 'attended'
      when a.is_excused then 'excused' else 'invited' end as outcome,
    cast(null as date) as done_on, a.load_id, a.file, a.sheet, a.row_number
  from attendances a
  join (
    select x.training_no, min(x.held_on) as held_on, min(x.title) as title, min(x.topic) as topic
    from trainings x group by x.training_no
  ) t on t.training_no = a.training
  where a.person_id = $person_id
  union all
  select
    'match', coalesce(f.first_contact_on, m.recommended_on), m.source,
    coalesce(d.title, m.demand_text, m.match_no),
    case when m.fulfilled_on <= last_day(cast($as_of as date)) then 'fulfilled'
      when m.signed_on <= last_day(cast($as_of as date)) then 'signed'
      when m.ended_on <= last_day(cast($as_of as date)) then 'ended'
      when m.intent_on <= last_day(cast($as_of as date)) then 'intent'
      when m.followed_on <= last_day(cast($as_of as date)) then 'followed'
      when m.contacted_on <= last_day(cast($as_of as date)) then 'contacted' else 'recommended' end,
    null, m.load_id, m.file, m.sheet, m.row_number
  from matches m
  join match_facts f on f.match_key = m.content_id
  left join demand_facts d on d.demand_no = f.canonical_no and d.demand_no = d.canonical_no
  where $person_id in (m.person_id_a, m.person_id_b)
  union all
  select
    'contract', f.signed_on, f.kind, cast(f.amount_wan as varchar), f.source, null, f.load_id, f.file, f.sheet, f.row_number
  from contract_facts f
  where $person_id in (f.signed_by, f.person_id_a, f.person_id_b)
  union all
  select
    r.section, r.on_date, r.kind, r.title, r.outcome,
    case when r.done_on <= last_day(cast($as_of as date)) then r.done_on end, r.load_id, r.file, r.sheet, r.row_number
  from dossier_rows r where r.person_id = $person_id
) l
where l.on_date <= last_day(cast($as_of as date))
order by l.section, l.on_date desc, l.file, l.sheet, l.row_number, l.load_id
