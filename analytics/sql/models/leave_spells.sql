-- model: leave_spells
-- grain: one leave of one person, from_on to to_on (both within it; open leaves end in 9999)
-- needs: leaves
select l.person_id, l.from_on, coalesce(l.to_on, date '9999-12-31') as until_on
from leaves l
where l.person_id is not null and l.from_on is not null and coalesce(l.to_on, l.from_on) >= l.from_on
