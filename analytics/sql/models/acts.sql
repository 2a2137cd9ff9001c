-- model: acts
-- grain: one act of one person, with its class for ever
-- needs: act_leanings, service_runs, records_kept
-- kind: view
-- class: neutral, prompted, self_initiated or untold, the first rule that fits. is_recorded: the unit keeps
-- records at the act. is_in_service: only such acts count. unit: on the act's own date. A view: the spine
-- reads the acts once, and writing ten million of them costs more than classing them.
select
  a.act_key, a.person_id, a.acted_on, cast(date_trunc('month', a.acted_on) as date) as month,
  a.act_source as source, a.act_kind as kind, a.topic, a.can_self,
  case
    when a.leaning <> 'open' then a.leaning
    when k.month is not null then 'self_initiated'
    else 'untold'
  end as class,
  k.month is not null as is_recorded,
  coalesce(r.is_serving, false) as is_in_service,
  r.unit, a.act_title as title, a.load_id, a.file, a.sheet, a.row_number
from act_leanings a
left join service_runs r on r.person_id = a.person_id and a.acted_on between r.from_on and r.to_on
left join records_kept k
  on k.unit = r.unit
  and k.person_key = case when r.unit = 'non_city' then a.person_id else '*' end
  and k.month = cast(date_trunc('month', a.acted_on) as date)
