-- model: term_facts
-- grain: one term of one person that serves or will serve
-- needs: terms, bodies
-- A term without an end lasts two years less a day. 退出 or 解聘 without left_on: left on the day the
-- file reports. 推荐中 初审 公示 未通过 never serve nor count. The unit is who answers: the city whose
-- 市州/县市区科协 recommended, else non_city; unknown where nobody wrote down who did.
with known as (
  select
    t.content_id as term_key, t.person_id, t.term_no, t.started_on, t.recognised_on,
    coalesce(t.ended_on, cast(t.started_on + interval '2' year as date) - 1) as ends_on,
    coalesce(t.left_on, case when t.state in ('退出', '解聘') then t.reported_on end) as leaves_on,
    coalesce(t.recommender_type, b.type) as body_type,
    coalesce(t.recommender_city, b.city) as body_city,
    t.recommender_body_id as recommender,
    t.city, t.category, t.field, t.org, t.load_id, t.file, t.sheet, t.row_number
  from terms t
  left join bodies b on b.body_id = t.recommender_body_id
  where t.person_id is not null
    and t.started_on is not null
    and coalesce(t.state, '') not in ('推荐中', '初审', '公示', '未通过')
)
select
  k.term_key, k.person_id,
  coalesce(
    k.term_no, row_number() over (partition by k.person_id order by k.started_on, k.term_key)
  ) as term_number,
  k.started_on, k.recognised_on, k.ends_on, k.leaves_on, k.recommender,
  case
    when k.body_type in ('市州科协', '县市区科协') then k.body_city
    when k.body_type is not null then 'non_city'
  end as unit,
  case
    when k.body_type in ('市州科协', '县市区科协') then 'local'
    when k.body_type is not null then 'institution'
  end as channel,
  k.city, k.category, k.field, k.org, k.load_id, k.file, k.sheet, k.row_number
from known k
