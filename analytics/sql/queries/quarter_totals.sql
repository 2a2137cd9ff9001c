-- query: quarter_totals
-- grain: unit × quarter, over twelve quarters counted back from $as_of
-- within: quarters_serving
-- persons: serving at the quarter's end; acting: those of them with a self-initiated act in it.
select
  q.unit, q.back, count(*) as persons, count(*) filter (q.is_acting) as acting, sum(q.acts) as acts,
  sum(q.m) as m
from quarters_serving q
group by q.unit, q.back
