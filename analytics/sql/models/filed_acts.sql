-- model: filed_acts
-- grain: one row that a person filed: an act of demands, achievements, activities, suggestions, summaries
-- or of a class attended
-- needs: demands, achievements, repeats, activities, suggestions, summaries, attendances, trainings
-- kind: view
-- person_id is the person credited: the identity step has told officer from actual_officer.
with classes as (
  select t.training_no, min(t.held_on) as held_on, min(t.title) as title
  from trainings t where t.training_no is not null group by t.training_no
)
select
  a.content_id as act_key, a.person_id, a.acted_on, 'activities' as act_source, a.kind as act_kind, cast(null as string) as topic,
  coalesce(a.kind in ('企业走访', '联络专家', '需求响应', '座谈交流', '调研走访'), false) as can_self,
  a.is_prompted, a.content as act_title, a.load_id, a.file, a.sheet, a.row_number
from activities a
union all
select
  'demands:' || d.content_id as act_key, d.person_id, d.submitted_on as acted_on, 'demands' as act_source,
  d.kind as act_kind, '需求挖掘' as topic, true as can_self, d.is_prompted, d.title as act_title,
  d.load_id, d.file, d.sheet, d.row_number
from demands d
left join repeats n on n.content_id = d.content_id and n.said_in = 'demands' and n.is_repeated
where n.content_id is null and coalesce(d.verified, '') <> '不属实'
union all
select
  'achievements:' || a.content_id as act_key, a.person_id, a.submitted_on as acted_on,
  'achievements' as act_source, a.kind as act_kind, '成果报送' as topic, true as can_self, a.is_prompted,
  a.title as act_title, a.load_id, a.file, a.sheet, a.row_number
from achievements a
left join repeats n on n.content_id = a.content_id and n.said_in = 'achievements' and n.is_repeated
where n.content_id is null
union all
select
  'suggestions:' || s.content_id as act_key, s.person_id, s.raised_on as acted_on,
  'suggestions' as act_source, cast(null as string) as act_kind, '意见征集' as topic, true as can_self,
  cast(null as boolean) as is_prompted, s.content as act_title, s.load_id, s.file, s.sheet, s.row_number
from suggestions s
union all
select
  'summaries:' || s.content_id as act_key, s.person_id, s.submitted_on as acted_on,
  'summaries' as act_source, cast(null as string) as act_kind, '工作小结' as topic, false as can_self,
  cast(null as boolean) as is_prompted, s.period as act_title, s.load_id, s.file, s.sheet, s.row_number
from summaries s
union all
select
  'attendances:' || a.content_id as act_key, a.person_id, c.held_on as acted_on,
  'attendances' as act_source, cast(null as string) as act_kind, '培训通知' as topic, false as can_self,
  cast(null as boolean) as is_prompted, c.title as act_title, a.load_id, a.file, a.sheet, a.row_number
from attendances a
join classes c on c.training_no = a.training
where a.is_attended
