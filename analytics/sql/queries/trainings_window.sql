-- query: trainings_window
-- grain: class of the office held in W (the same class on two sheets is one)
-- The office's own work: it belongs to the city where it is held, and to no unit and no officer.
with placed as (
  select
    t.*, row_number() over (partition by t.training_no order by t.held_on, t.content_id) as place
  from trainings t
  where t.held_on <= last_day(cast($as_of as date)) and t.training_no is not null
)
select
  p.training_no, p.held_on, p.title, p.topic, p.places, cast(null as varchar) as person_id,
  cast(null as varchar) as name, cast(null as varchar) as unit, p.city, cast(null as varchar) as category,
  cast(null as varchar) as channel, cast(null as varchar) as field, cast(null as varchar) as recommender,
  p.load_id, p.file, p.sheet, p.row_number
from placed p
where p.place = 1 and in_window(p.held_on, $as_of)
order by p.held_on, p.training_no
