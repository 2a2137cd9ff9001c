-- model: month_answers
-- grain: person (by number) × month with at least one answer in service
-- needs: answers, service_runs
select r.person_no, a.month, count(*) as answer_count
from answers a
join service_runs r
  on r.person_id = a.person_id and a.answered_on between r.from_on and r.to_on and r.is_serving
group by r.person_no, a.month
