-- model: service_starts
-- grain: one beginning that makes a person new: the first term, or one after more than the gap months out
-- needs: service_spells
-- params: gap_months
with marked as (
  select
    s.person_id, s.from_on,
    max(s.to_on) over (
      partition by s.person_id order by s.from_on, s.term_key
      rows between unbounded preceding and 1 preceding
    ) as served_until
  from service_spells s
)
select distinct m.person_id, m.from_on as began_on
from marked m
where m.served_until is null
  or cast(m.served_until + 1 + $gap_months * interval '1' month as date) < m.from_on
