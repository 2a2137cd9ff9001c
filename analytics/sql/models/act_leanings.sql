-- model: act_leanings
-- grain: one act of one person, classed as far as it can be without knowing whether its unit keeps records
-- needs: act_rows, asked_days
-- kind: view
-- leaning: neutral, prompted, self_initiated, untold, or open: self-initiated where the unit keeps records,
-- else untold. Only what has a topic can answer a reminder, so nothing else looks for one.
select
  a.act_key, a.person_id, a.acted_on, a.act_source, a.act_kind, a.topic, a.can_self,
  case
    when not a.can_self then 'neutral'
    when a.is_unsaid then 'untold'
    when a.is_prompted then 'prompted'
    when a.is_prompted is not null then 'self_initiated'
    else 'open'
  end as leaning,
  a.act_title, a.load_id, a.file, a.sheet, a.row_number
from act_rows a
where a.topic is null
union all
select
  a.act_key, a.person_id, a.acted_on, a.act_source, a.act_kind, a.topic, a.can_self,
  case
    when not a.can_self then 'neutral'
    when a.is_unsaid then 'untold'
    when a.is_prompted then 'prompted'
    when a.is_prompted is not null then 'self_initiated'
    when d.has_personal then 'prompted'
    when d.is_drive_only then 'untold'
    when d.person_id is not null then 'prompted'
    else 'open'
  end as leaning,
  a.act_title, a.load_id, a.file, a.sheet, a.row_number
from act_rows a
left join asked_days d on d.person_id = a.person_id and d.topic = a.topic and d.acted_on = a.acted_on
where a.topic is not null
