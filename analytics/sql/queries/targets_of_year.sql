-- query: targets_of_year
-- grain: target of the as-of month's year, the province's first, then that of unit $only_unit
select t.metric, t.value, t.unit
from targets t
where t.year = year(cast($as_of as date))
  and (t.unit is null or t.unit = cast($only_unit as varchar))
order by t.unit nulls first, t.reported_on, t.content_id
