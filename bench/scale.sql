-- An invented province of any size (模拟数据), straight into the sheets' tables: as many officers as the variable
-- `officers` says, about as many acts as `acts`. Rows lie in the order of files, never of persons; a few
-- officers file much more than most. What fills a sheet yields `i`, from which its provenance is made.

-- name: chance
create temp macro chance(salt, i) as (hash(salt || i) % 1000000007) / 1000000007.0;

-- name: drawn
create temp macro drawn(salt, n) as table
select s.person_id, s.first_on + cast(floor(chance(salt || ' on ', t.i) * s.days) as integer) as on_date, t.i
from range(cast(n as bigint)) t(i)
join spans s
  on s.number = cast(floor(getvariable('officers') * power(chance(salt, t.i), 1.3)) as bigint);

-- name: told
select
  t.* exclude (i), substr(md5($sheet || t.i), 1, 24) as content_id, date '2026-01-10' as reported_on,
  date '2026-01-10' as received_on, sha256('file' || t.i // 250000) as sha256,
  '模拟材料' || t.i // 250000 || '.xlsx' as file, $sheet as sheet, t.i % 250000 + 2 as row_number

-- name: people
create table people as
select
  i as number, 'P' || substr(md5('p' || i), 1, 12) as person_id, 'b' || (i * 7 % 300) as body,
  date '2021-09-01' + cast(floor(chance('s', i) * 1250) as integer) as first_on, i % 3 > 0 as is_renewed,
  case when i % 2 = 0 then 'A' else 'B' end as category, ['新材料', '电子信息', '生物医药', '现代农业'][1 + i % 4] as field,
  getvariable('cities')[1 + i * 7 % 300 % 17] as city
from range(getvariable('officers')) t(i);

-- name: spans
create table spans as
select
  number, person_id, first_on,
  least(date '2025-12-31', first_on + case when is_renewed then 1460 else 910 end) - first_on as days
from people;

-- name: persons
create table persons as
select
  person_id, 'HB-' || number as officer_no, true as is_official_no, '模拟' || number as name,
  'mo ni ' || number as name_sort, '模拟企业B-' || number % 5000 as org, '13800000000' as phone,
  cast(null as varchar) as email, cast(null as varchar) as im_account
from people;

-- name: bodies
create table bodies as
select
  'b' || i as body_id, '模拟推荐单位' || i as name,
  case when i % 5 = 0 then '高校科协' when i < 17 * 5 then '市州科协' else '县市区科协' end as type,
  getvariable('cities')[1 + i % 17] as city, cast(null as varchar) as aliases
from range(300) t(i);

-- name: officers
select
  p.number as i, p.person_id, '模拟' || p.number as name, p.category, p.city, p.field, '模拟企业B-' || p.number % 5000 as org,
  case when p.number % 3 = 0 then 'kc' || p.number end as platform_account
from people p;

-- name: terms
select
  p.number * 2 + n.nth as i, p.person_id, n.nth + 1 as term_no, p.first_on + 730 * n.nth as started_on,
  p.first_on + 730 * n.nth + 729 as ended_on,
  p.body as recommender_body_id, p.category, p.city, p.field, 'D' || p.number as doc_no,
  '模拟企业B-' || p.number % 5000 as org
from people p
join (values (0), (1)) n(nth) on n.nth = 0 or p.is_renewed;

-- name: activities
select
  a.i, a.person_id, a.on_date as acted_on,
  ['企业走访', '企业走访', '联络专家', '参加活动', '平台使用', '座谈交流', '调研走访', '需求响应'][1 + a.i % 8] as kind,
  case a.i % 40 when 0 then true when 1 then false end as is_prompted, '线下' as mode,
  '走访了解第' || a.i % 1000 || '项技术需求' as content, '模拟企业B-' || a.i % 5000 as target_org
from drawn('activities', cast(getvariable('acts') * 0.7 as bigint)) a;

-- name: demands
select
  a.i, a.person_id, a.on_date as submitted_on, 'XQ' || a.i as demand_no, '需求' || a.i - a.i % 50 // 49 as title,
  '模拟企业B-' || (a.i - a.i % 50 // 49) % 5000 as enterprise, '技术' as kind, '新材料' as field
from drawn('demands', cast(getvariable('acts') * 0.1 as bigint)) a;

-- name: achievements
select
  a.i, a.person_id, a.on_date as submitted_on, 'CG' || a.i as achievement_no, '成果' || a.i as title,
  '模拟高校U-' || a.i % 100 as org, '新技术' as kind, '新材料' as field
from drawn('achievements', cast(getvariable('acts') * 0.1 as bigint)) a;

-- name: trainings
select i, 'PX' || i as training_no, date '2021-10-15' + cast(i * 25 as integer) as held_on, '培训班' || i as title
from range(60) t(i);

-- name: attendances
select a.i, a.person_id, 'PX' || (a.on_date - date '2021-10-15') // 25 as training, true as is_attended
from drawn('attendances', cast(getvariable('acts') * 0.03 as bigint)) a;

-- name: summaries
select a.i, a.person_id, a.on_date as submitted_on, cast(year(a.on_date) as varchar) as period
from drawn('summaries', cast(getvariable('acts') * 0.03 as bigint)) a;

-- name: suggestions
select a.i, a.person_id, a.on_date as raised_on, '建议' || a.i as content
from drawn('suggestions', cast(getvariable('acts') * 0.005 as bigint)) a;

-- name: matches
select
  a.i, 'PP' || a.i as match_no, 'XQ' || a.i * 3 as demand, 'CG' || a.i * 7 % cast(getvariable('acts') * 0.1 as bigint) as achievement,
  a.person_id as person_id_a, b.person_id as person_id_b,
  case when a.i % 4 = 0 then '机器' else '人工' end as source, ['A类联络员', 'B类联络员', '双方', null][1 + a.i % 4] as made_by,
  a.on_date as recommended_on, a.on_date + 9 as contacted_on,
  case when a.i % 3 > 0 then a.on_date + 30 end as followed_on, case when a.i % 6 = 1 then a.on_date + 60 end as signed_on
from drawn('matches', cast(getvariable('acts') * 0.01 as bigint)) a
join people b on b.number = (a.i * 13 + 5) % getvariable('officers');

-- name: contracts
select
  a.i, a.person_id, 'HT' || a.i // 2 as contract_no, case when a.i % 9 = 0 then 'PP' || a.i end as match, a.on_date as signed_on,
  case when a.i % 2 = 0 then '自报' else '核验' end as source, 50 as amount_wan, a.i % 3 > 0 as is_local
from drawn('contracts', cast(getvariable('acts') * 0.003 as bigint)) a;

-- name: reminders
select
  a.i, a.person_id, a.on_date as sent_on, ['需求挖掘', '成果报送', '工作小结'][1 + a.i % 3] as topic,
  case when a.i % 9 > 0 then a.on_date + 28 end as due_on,
  case when a.i % 5 = 0 then a.on_date + 6 end as answered_on
from drawn('reminders', 12 * getvariable('officers')) a;

-- name: notices
select
  i, case when i % 3 = 0 then '武汉' else '全省' end as audience, date '2021-12-01' + cast(i * 36 as integer) as sent_on,
  ['需求挖掘', '成果报送'][1 + i % 2] as topic, i % 3 = 1 as is_campaign
from range(40) t(i);

-- name: contacts
select
  a.i, a.person_id, a.on_date as contacted_on, ['电话', '微信', '邮件'][1 + a.i % 3] as channel,
  ['接通', '未接', '未回复'][1 + a.i % 3] as outcome
from drawn('contacts', 4 * getvariable('officers')) a;

-- name: pushes
select a.i, a.person_id, 'TS' || a.i as push_no, a.on_date as pushed_on, case when a.i % 3 = 0 then a.on_date + 2 end as read_on
from drawn('pushes', 2 * getvariable('officers')) a;

-- name: leaves
select a.i, a.person_id, a.on_date as from_on, a.on_date + 120 as to_on
from drawn('leaves', getvariable('officers') // 25) a;

-- name: assessments
select
  p.number as i, p.person_id, 1 as term_no, p.first_on + 745 as assessed_on, case when p.number % 30 = 0 then '不合格' else '合格' end as grade
from people p
where p.first_on + 745 < date '2025-12-31' and p.number % 5 > 0;
