-- model: records_kept
-- grain: month × unit that keeps records of whom it reminds (person '*'); for non_city × that very officer
-- needs: personal_reminders, service_runs, calendar
-- params: unit_records_months, records_months
-- A personal reminder, delivered or not, to one who was an officer of the unit that day vouches for the months
-- that begin with its own. Officers are listed who ever were non_city: nobody else is asked.
with sent as (
  select distinct r.unit, '*' as person_key, cast(date_trunc('month', p.sent_on) as date) as sent_month
  from personal_reminders p
  join service_runs r
    on r.person_id = p.person_id and r.is_serving and p.sent_on between r.from_on and r.to_on
  where r.unit <> 'non_city'
),
apart as (
  select distinct r.person_id from service_runs r where r.unit = 'non_city'
),
sent_to as (
  select distinct p.person_id, cast(date_trunc('month', p.sent_on) as date) as sent_month
  from personal_reminders p
  join apart a on a.person_id = p.person_id
)
select distinct s.unit, s.person_key, c.month
from sent s
join calendar c
  on c.month >= s.sent_month
  and c.month < cast(s.sent_month + $unit_records_months * interval '1' month as date)
union all
select distinct 'non_city' as unit, s.person_id as person_key, c.month
from sent_to s
join calendar c
  on c.month >= s.sent_month and c.month < cast(s.sent_month + $records_months * interval '1' month as date)
