-- One row per piece of evidence in W that an officer did one of the five duties of the paper's 2.2: dated, in
-- service, with the row of the workbook. duty_a, duty_b: which duty it shows of an A and of a B officer. What
-- the other category is there for (a demand from A, an achievement from B) is help with other work: 4.
-- A duty without records is not a duty undone.
with shown as (
  select
    a.person_id, a.acted_on as on_date, a.source, a.kind, a.title, a.load_id, a.file, a.sheet, a.row_number,
    case
      when a.source = 'activities' and a.kind in ('平台使用', '参加活动') then 1
      when a.source = 'achievements' then 2
      when a.source = 'activities' and a.kind <> '协办任务' then 3
      when a.source = 'matches' then 3
      when a.source in ('activities', 'attendances', 'demands') then 4
      when a.source in ('summaries', 'suggestions') then 5
    end as duty_a,
    case
      when a.source = 'activities' and a.kind in ('平台使用', '参加活动') then 1
      when a.source = 'demands' or (a.source = 'activities' and a.kind in ('企业走访', '调研走访')) then 2
      when a.source = 'activities' and a.kind <> '协办任务' then 3
      when a.source = 'matches' then 3
      when a.source in ('activities', 'attendances', 'achievements') then 4
      when a.source in ('summaries', 'suggestions') then 5
    end as duty_b
  from acts a
  where a.is_in_service
    and in_window(a.acted_on, $as_of)
  union all
  select
    p.person_id, p.read_on, 'pushes', p.kind, p.title, p.load_id, p.file, p.sheet, p.row_number, 1, 1
  from pushes p
  join officer_spells o
    on o.person_id = p.person_id and p.read_on between o.from_on and o.to_on and o.is_serving
  where in_window(p.read_on, $as_of)
  union all
  select
    m.person_id_b, m.fed_back_on, 'feedback', null, m.match_no, m.load_id, m.file, m.sheet, m.row_number, 3, 3
  from matches m
  join officer_spells o
    on o.person_id = m.person_id_b and m.fed_back_on between o.from_on and o.to_on and o.is_serving
  where in_window(m.fed_back_on, $as_of)
)
select * from shown
