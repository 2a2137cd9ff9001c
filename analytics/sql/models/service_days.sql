-- model: service_days
-- grain: person (by number) × month that service or leave covers only in part
-- needs: officer_spells, calendar
-- day(b) - day(a) + 1 counts days, since both lie in the same month.
select
  s.person_no, c.month,
  cast(sum(
    case when s.is_serving
      then day(least(s.to_on, c.last_day)) - day(greatest(s.from_on, c.month)) + 1 else 0 end
  ) as bigint) as days_served,
  cast(sum(
    case when s.is_serving and not s.is_on_leave
      then day(least(s.to_on, c.last_day)) - day(greatest(s.from_on, c.month)) + 1 else 0 end
  ) as bigint) as days_worked
from officer_spells s
join calendar c on s.from_on <= c.last_day and s.to_on >= c.month
where not (s.from_on <= c.month and s.to_on >= c.last_day)
group by s.person_no, c.month
