-- query: veterans
-- grain: person with a month in service by the as-of month
select distinct m.person_id
from officer_month m
where m.is_serving and m.month <= cast($as_of as date)
