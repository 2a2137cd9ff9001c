-- model: match_acts
-- grain: dated stage of a match × side that took part
-- needs: matches
-- kind: view
-- Matches made by the office are nobody's act. 推荐 is an act only where a person recommended. The first
-- dated stage of a 人工 match, its introduction, can be self-initiated for those whom made_by names;
-- untold for both where made_by is blank; all else is neutral. No window: one person's are found by themselves.
with told as (
  select
    m.content_id, m.match_no, m.person_id_a, m.person_id_b, m.made_by,
    coalesce(m.source, '') = '人工' as is_personal,
    case when m.source = '人工' then m.recommended_on end as made_on,
    m.contacted_on, m.followed_on, m.intent_on, m.signed_on, m.fulfilled_on, m.load_id, m.file, m.sheet, m.row_number
  from matches m
  where coalesce(m.made_by, '') <> '办公室'
),
known as (
  select
    t.*,
    case least(t.made_on, t.contacted_on, t.followed_on, t.intent_on, t.signed_on, t.fulfilled_on)
      when t.made_on then 1 when t.contacted_on then 2 when t.followed_on then 3
      when t.intent_on then 4 when t.signed_on then 5 when t.fulfilled_on then 6
    end as first_stage
  from told t
),
sided as (
  select
    k.*, k.person_id_a as acted_by,
    coalesce(
      k.made_by in ('A类联络员', '双方') or (k.made_by = 'B类联络员' and k.person_id_a = k.person_id_b), false
    ) as is_named,
    'a' as side
  from known k
  where k.person_id_a is not null
  union all
  select k.*, k.person_id_b as acted_by, coalesce(k.made_by in ('B类联络员', '双方'), false) as is_named, 'b' as side
  from known k
  where k.person_id_b is not null and k.person_id_b is distinct from k.person_id_a
),
staged as (
  select
    s.content_id, s.match_no, s.acted_by, s.made_by, s.is_named, s.side, n.stage_no, n.stage,
    s.is_personal and n.stage_no = s.first_stage as is_first,
    case n.stage_no
      when 1 then s.made_on when 2 then s.contacted_on when 3 then s.followed_on
      when 4 then s.intent_on when 5 then s.signed_on when 6 then s.fulfilled_on
    end as staged_on,
    s.load_id, s.file, s.sheet, s.row_number
  from sided s
  cross join (values (1, '推荐'), (2, '初步对接'), (3, '跟踪'), (4, '意向'), (5, '签约'), (6, '履约')) as n(stage_no, stage)
)
select
  'matches:' || s.content_id || ':' || s.stage_no || s.side as act_key,
  s.acted_by as person_id, s.staged_on as acted_on, 'matches' as act_source, s.stage as act_kind,
  cast(null as string) as topic,
  s.is_first and (s.made_by is null or s.is_named) as can_self,
  s.is_first and s.made_by is null as is_unsaid,
  cast(null as boolean) as is_prompted, s.match_no as act_title, s.load_id, s.file, s.sheet, s.row_number
from staged s
where s.staged_on is not null
