-- query: lapse_at_risk
-- grain: person × first of a quarter, in service from then to the end of the sixth month after
-- Whoever left, or was on leave for more than half of it, did not fall silent.
select m.person_id as person, cast(c.month as date) as cut
from calendar c
join officer_month m
  on m.month between c.month and cast(c.month + interval 5 month as date)
where month(c.month) in (1, 4, 7, 10)
  and cast(c.month + interval 5 month as date) <= cast($as_of as date)
group by m.person_id, c.month
having count(*) filter (m.is_serving) = 6 and sum(m.exposure) >= 3
order by person, cut
