-- query: recording_units
-- grain: city that keeps reminder records in the as-of month (non_city vouches officer by officer: not here)
select k.unit
from records_kept k
where k.month = cast($as_of as date) and k.person_key = '*'
order by k.unit
