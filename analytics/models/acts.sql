-- model: acts
-- grain: one act of one person, with its class for ever
-- needs: act_rows, officer_spells, asked_days, records_kept
-- kind: view
-- class: neutral, prompted, self_initiated or untold, the first rule that fits. is_recorded: the unit keeps
-- records at the act. is_in_service: only such acts count. unit: on the act's own date. A view: the spine
-- reads the acts once, and writing ten million of them costs more than classing them.
select
  a.act_key, a.person_id, a.acted_on, cast(date_trunc('month', a.acted_on) as date) as month,
  a.act_source as source, a.act_kind as kind, a.topic, a.can_self,
  case
    when not a.can_self then 'neutral'
    when a.is_unsaid then 'untold'
    when a.is_prompted then 'prompted'
    when a.is_prompted is not null then 'self_initiated'
    when d.has_personal then 'prompted'
    when d.is_drive_only then 'untold'
    when d.person_id is not null then 'prompted'
    when k.month is not null then 'self_initiated'
    else 'untold'
  end as class,
  k.month is not null as is_recorded,
  coalesce(s.is_serving, false) as is_in_service,
  s.unit, a.act_title as title, a.file, a.sheet, a.row_number
from act_rows a
left join officer_spells s on s.person_id = a.person_id and a.acted_on between s.from_on and s.to_on
left join asked_days d on d.person_id = a.person_id and d.topic = a.topic and d.acted_on = a.acted_on
  and a.can_self and a.is_prompted is null
left join records_kept k
  on k.unit = s.unit
  and k.person_key = case when s.unit = 'non_city' then a.person_id else '*' end
  and k.month = cast(date_trunc('month', a.acted_on) as date)
