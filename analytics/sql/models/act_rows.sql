-- model: act_rows
-- grain: one act of one person, not yet classed
-- needs: filed_acts, match_acts
-- kind: view
select
  f.act_key, f.person_id, f.acted_on, f.act_source, f.act_kind, f.topic, f.can_self,
  false as is_unsaid, f.is_prompted, f.act_title, f.load_id, f.file, f.sheet, f.row_number
from filed_acts f
where f.person_id is not null and f.acted_on is not null
union all
select
  m.act_key, m.person_id, m.acted_on, m.act_source, m.act_kind, m.topic, m.can_self,
  m.is_unsaid, m.is_prompted, m.act_title, m.load_id, m.file, m.sheet, m.row_number
from match_acts m
