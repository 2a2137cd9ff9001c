-- model: attribute_sources
-- grain: person × day of change × row that says something about the person, best first (place = 1)
-- needs: attribute_points, term_facts, officers
-- kind: view
-- The term in force (of two posts the one that started last), else the last begun by then, else the last
-- recognised by then, then the nearest roster reported before it, then the earliest.
with told as (
  select
    p.person_id, p.on_date,
    case
      when t.started_on <= p.on_date and t.ends_on >= p.on_date
        and (t.leaves_on is null or t.leaves_on > p.on_date) then 1
      when t.started_on <= p.on_date then 2
      else 3
    end as rank_kind,
    case when t.started_on <= p.on_date then t.started_on else t.recognised_on end as latest_first,
    cast(null as date) as earliest_first,
    t.term_key as source_key, t.term_key, t.term_number,
    t.unit, t.city, t.category, t.channel, t.recommender, t.field, t.org
  from attribute_points p
  join term_facts t
    on t.person_id = p.person_id and (t.started_on <= p.on_date or t.recognised_on <= p.on_date)
  union all
  select
    p.person_id, p.on_date,
    case when o.reported_on <= p.on_date then 4 else 5 end as rank_kind,
    case when o.reported_on <= p.on_date then o.reported_on end as latest_first,
    o.reported_on as earliest_first,
    o.content_id as source_key, cast(null as string) as term_key, cast(null as bigint) as term_number,
    cast(null as string) as unit, o.city, o.category, cast(null as string) as channel,
    cast(null as string) as recommender, o.field, o.org
  from attribute_points p
  join officers o on o.person_id = p.person_id
)
select
  t.person_id, t.on_date, t.rank_kind, t.term_key, t.term_number,
  t.unit, t.city, t.category, t.channel, t.recommender, t.field, t.org,
  row_number() over (
    partition by t.person_id, t.on_date
    order by t.rank_kind, t.latest_first desc nulls last, t.earliest_first nulls last, t.source_key
  ) as place
from told t
