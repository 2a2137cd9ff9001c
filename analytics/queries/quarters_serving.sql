-- query: quarters_serving
-- grain: person serving at the end of a quarter, over twelve quarters counted back from $as_of
-- Attributes are those of the quarter's last day; counts those of its three months. is_acting: at least one
-- self-initiated act. Quarters do not overlap, so one is no echo of the other.
with spans as (
  select
    cast(cast($as_of as date) - to_months(cast(3 * b.back as integer)) as date) as month, b.back
  from (select unnest(range(12)) as back) b
),
sums as (
  select
    t.person_id, s.month, s.back, sum(t.acts) as acts, sum(t.self_initiated) as self_initiated,
    sum(t.exposure) as m
  from spans s
  join officer_month t on t.month between s.month - interval 2 month and s.month
  group by t.person_id, s.month, s.back
)
select
  q.back, q.month, q.acts, q.self_initiated > 0 as is_acting, q.m, h.person_id, h.unit, h.city, h.category,
  h.channel, h.field, h.recommender
from sums q
join officer_month h on h.person_id = q.person_id and h.month = q.month
where h.is_serving
