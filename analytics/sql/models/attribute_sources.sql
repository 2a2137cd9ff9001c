-- model: attribute_sources
-- grain: person × day of change × row that says something about the person, best first (least place)
-- needs: attribute_points, term_facts, officers
-- kind: view
-- The term in force (of two posts the one that started last), else the last begun by then, else the last
-- recognised by then, then the nearest roster reported before it, then the earliest. A row's place among its
-- like does not depend on the day: it is counted once a person, not once a day.
with ranked_terms as (
  select
    t.*,
    row_number() over (partition by t.person_id order by t.started_on desc, t.term_key) as nth_started,
    row_number() over (partition by t.person_id order by t.recognised_on desc nulls last, t.term_key)
      as nth_recognised
  from term_facts t
),
ranked_rosters as (
  select
    o.person_id, o.reported_on, o.city, o.category, o.field, o.org,
    row_number() over (partition by o.person_id order by o.reported_on desc nulls last, o.content_id) as nth_latest,
    row_number() over (partition by o.person_id order by o.reported_on nulls last, o.content_id) as nth_earliest
  from officers o
)
select
  p.person_no, p.on_date,
  case
    when t.started_on <= p.on_date and t.ends_on >= p.on_date
      and (t.leaves_on is null or t.leaves_on > p.on_date) then 1000000 + t.nth_started
    when t.started_on <= p.on_date then 2000000 + t.nth_started
    else 3000000 + t.nth_recognised
  end as place,
  t.started_on <= p.on_date as is_begun,
  t.term_key, t.term_number, t.unit, t.city, t.category, t.channel, t.recommender, t.field, t.org
from attribute_points p
join ranked_terms t
  on t.person_id = p.person_id and (t.started_on <= p.on_date or t.recognised_on <= p.on_date)
union all
select
  p.person_no, p.on_date,
  case when o.reported_on <= p.on_date then 4000000 + o.nth_latest else 5000000 + o.nth_earliest end as place,
  false as is_begun, cast(null as string) as term_key, cast(null as bigint) as term_number,
  cast(null as string) as unit, o.city, o.category, cast(null as string) as channel,
  cast(null as string) as recommender, o.field, o.org
from attribute_points p
join ranked_rosters o on o.person_id = p.person_id
