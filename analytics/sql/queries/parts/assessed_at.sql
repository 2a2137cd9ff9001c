-- One row per person serving: the last assessment, by the as-of day, of the term that decides or of the one
-- begun before it; is_past_a_term: some term of the person has come to its end.
with ordered as (
  select
    t.person_id, t.term_key,
    lag(t.term_key) over (partition by t.person_id order by t.started_on, t.term_key) as before_key,
    min(t.ends_on) over (partition by t.person_id) as first_ends_on
  from term_facts t
),
judged as (
  -- an assessment names its term by number, else it judges the last term begun by its day
  select
    t.term_key, a.assessed_on, a.grade,
    row_number() over (
      partition by a.content_id
      order by case when t.term_number = a.term_no then 0 else 1 end, t.started_on desc, t.term_key
    ) as pick
  from assessments a
  join term_facts t
    on t.person_id = a.person_id and (t.term_number = a.term_no or t.started_on <= a.assessed_on)
  where a.assessed_on <= last_day(cast($as_of as date))
)
select
  s.person_id, max(j.assessed_on) as assessed_on, max_by(j.grade, j.assessed_on) as grade,
  coalesce(min(o.first_ends_on) < last_day(cast($as_of as date)), false) as is_past_a_term
from serving_at s
left join ordered o on o.term_key = s.term_key
left join judged j on j.pick = 1 and j.term_key in (o.term_key, o.before_key)
group by s.person_id
