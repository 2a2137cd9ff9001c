-- model: records_kept
-- grain: month × unit that keeps records of whom it reminds (person '*'); for non_city × that very officer
-- needs: personal_reminders, officer_spells, calendar
-- params: unit_records_months, records_months
-- A personal reminder, delivered or not, vouches for the months that begin with its own. Officers are listed
-- who ever were non_city: nobody else is asked.
with sent as (
  select distinct p.unit_then as unit, '*' as person_key, cast(date_trunc('month', p.sent_on) as date) as sent_month
  from personal_reminders p
  where p.unit_then is not null and p.unit_then <> 'non_city'
),
apart as (
  select distinct s.person_id from officer_spells s where s.unit = 'non_city'
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
