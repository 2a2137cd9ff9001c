-- model: month_spells
-- grain: person (by number) × month, from the first started_on on; from_on: the spell that holds its last day
-- needs: term_facts, officer_spells, calendar
-- Sorted while narrow: what joins it keeps its order, and sorting the spine itself would take many times as long.
with begun as (
  select s.person_no, cast(date_trunc('month', min(t.started_on)) as date) as first_month
  from term_facts t
  join officer_spells s on s.person_id = t.person_id and t.started_on between s.from_on and s.to_on
  group by s.person_no
)
select
  c.month, s.person_no, s.from_on, s.from_on <= c.month as is_whole
from begun b
join officer_spells s on s.person_no = b.person_no
join calendar c on c.month >= b.first_month and c.last_day between s.from_on and s.to_on
order by c.month, s.person_no
