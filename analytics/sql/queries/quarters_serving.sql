-- query: quarters_serving
-- grain: person serving at the end of a quarter, over twelve quarters counted back from $as_of
-- Attributes are those of the quarter's last day; counts those of its three months. is_acting: at least one
-- self-initiated act. Quarters do not overlap, so one is no echo of the other.
with sums as (
  select
    t.person_id, date_diff('month', t.month, cast($as_of as date)) // 3 as back, sum(t.acts) as acts,
    sum(t.self_initiated) as self_initiated, sum(t.exposure) as m
  from officer_month t
  where t.month between cast($as_of as date) - interval 35 month and cast($as_of as date)
  group by t.person_id, back
)
select
  q.back, h.month, q.acts, q.self_initiated > 0 as is_acting, q.m, h.person_id, h.unit, h.city, h.category,
  h.channel, h.field, h.recommender
from sums q
join officer_month h on h.person_id = q.person_id
  and h.month = cast(cast($as_of as date) - to_months(cast(3 * q.back as integer)) as date)
where h.is_serving
