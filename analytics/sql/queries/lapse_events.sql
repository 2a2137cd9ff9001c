-- query: lapse_events
-- grain: person × day with an act in service, up to the as-of day
select distinct a.person_id as person, a.acted_on as date
from acts a
where a.is_in_service and a.acted_on <= last_day(cast($as_of as date))
order by person, date
