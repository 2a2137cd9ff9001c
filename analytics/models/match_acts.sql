-- model: match_acts
-- grain: dated stage of a match × side that took part
-- needs: matches
-- kind: view
-- Matches made by the office are nobody's act. 推荐 is an act only where a person recommended. The first
-- dated stage of a 人工 match, its introduction, can be self-initiated for those whom made_by names;
-- untold for both where made_by is blank; all else is neutral.
with dated as (
  select
    m.content_id, m.match_no, m.person_id_a, m.person_id_b, m.made_by, m.source as match_source,
    m.file, m.sheet, m.row_number, s.stage_no, s.stage,
    case s.stage_no
      when 1 then case when m.source = '人工' then m.recommended_on end
      when 2 then m.contacted_on
      when 3 then m.followed_on
      when 4 then m.intent_on
      when 5 then m.signed_on
      when 6 then m.fulfilled_on
    end as staged_on
  from matches m
  cross join (
    values (1, '推荐'), (2, '初步对接'), (3, '跟踪'), (4, '意向'), (5, '签约'), (6, '履约')
  ) as s(stage_no, stage)
  where coalesce(m.made_by, '') <> '办公室'
),
ordered as (
  select
    d.*,
    coalesce(d.match_source, '') = '人工'
      and row_number() over (partition by d.content_id order by d.staged_on, d.stage_no) = 1 as is_first
  from dated d
  where d.staged_on is not null
),
sided as (
  select
    o.*, o.person_id_a as acted_by,
    coalesce(
      o.made_by in ('A类联络员', '双方') or (o.made_by = 'B类联络员' and o.person_id_a = o.person_id_b), false
    ) as is_named,
    'a' as side
  from ordered o
  where o.person_id_a is not null
  union all
  select o.*, o.person_id_b as acted_by, coalesce(o.made_by in ('B类联络员', '双方'), false) as is_named, 'b' as side
  from ordered o
  where o.person_id_b is not null and o.person_id_b is distinct from o.person_id_a
)
select
  'matches:' || s.content_id || ':' || s.stage_no || s.side as act_key,
  s.acted_by as person_id, s.staged_on as acted_on, 'matches' as act_source, s.stage as act_kind,
  cast(null as string) as topic,
  s.is_first and (s.made_by is null or s.is_named) as can_self,
  s.is_first and s.made_by is null as is_unsaid,
  cast(null as boolean) as is_prompted, s.match_no as act_title, s.file, s.sheet, s.row_number
from sided s
