-- query: classes_held
-- grain: class of the office held by the as-of day, with who was invited, came, was selected and certified
-- One row a class (the same class on two sheets is one); counts are persons, whoever answers for them.
with told as (
  select
    a.training, count(distinct a.person_id) filter (a.is_invited or a.is_attended) as invited,
    count(distinct a.person_id) filter (a.is_attended) as attended,
    count(distinct a.person_id) filter (a.is_attended and (a.is_selected or a.is_certified)) as selected,
    count(distinct a.person_id) filter (
      a.is_attended and a.is_certified and coalesce(a.certified_on, date '1900-01-01') <= last_day(cast($as_of as date))
    ) as certified
  from attendances a group by a.training
),
placed as (
  select
    t.*, row_number() over (partition by t.training_no order by t.held_on, t.content_id) as place
  from trainings t
  where t.held_on <= last_day(cast($as_of as date)) and t.training_no is not null
)
select
  p.training_no, p.held_on, year(p.held_on) as year, p.title, p.topic, p.mode, p.hours, p.city as place_city,
  p.places, coalesce(o.invited, 0) as invited, coalesce(o.attended, 0) as attended,
  coalesce(o.selected, 0) as selected, coalesce(o.certified, 0) as certified, p.load_id, p.file, p.sheet, p.row_number
from placed p
left join told o on o.training = p.training_no
where p.place = 1
order by p.held_on desc, p.training_no
