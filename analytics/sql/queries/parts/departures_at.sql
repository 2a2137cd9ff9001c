-- One row per person with a day in service by the as-of day: the last such day, and why the last term ended.
-- has_left: the term that carried the person to that day was left; else it ran out. exit_reason: why, if said.
with last_spell as (
  select
    s.person_id, s.term_key, least(s.to_on, last_day(cast($as_of as date))) as served_until,
    row_number() over (partition by s.person_id order by s.to_on desc, s.from_on desc, s.term_key) as nth
  from service_spells s
  where s.from_on <= last_day(cast($as_of as date))
)
select
  l.person_id, l.served_until, coalesce(f.leaves_on <= last_day(cast($as_of as date)), false) as has_left,
  case when f.leaves_on <= last_day(cast($as_of as date)) then t.exit_reason end as exit_reason
from last_spell l
join term_facts f on f.term_key = l.term_key
join terms t on t.content_id = l.term_key
where l.nth = 1
