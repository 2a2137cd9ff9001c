-- query: recording_quarters
-- grain: city × end of a quarter in which it kept reminder records, over twelve quarters back from $as_of
select k.unit, k.month
from records_kept k
where k.person_key = '*'
  and k.month between cast($as_of as date) - interval 33 month and cast($as_of as date)
  and date_diff('month', k.month, cast($as_of as date)) % 3 = 0
order by k.unit, k.month
