-- query: cohort_months
-- grain: person recognised × 0, 6, 12, … months after the month of recognition, up to the as-of month
-- The batch is that of the first term recognised, else its month. is_serving as at that month's last day.
with recognised as (
  select
    t.person_id, t.term_key,
    cast(date_trunc('month', coalesce(t.recognised_on, t.started_on)) as date) as first_month,
    row_number() over (
      partition by t.person_id order by coalesce(t.recognised_on, t.started_on), t.term_key
    ) as nth
  from term_facts t
  where coalesce(t.recognised_on, t.started_on) <= last_day(cast($as_of as date))
)
select
  r.person_id, coalesce(nullif(trim(t.batch), ''), strftime(r.first_month, '%Y-%m')) as batch, r.first_month,
  k.months, coalesce(m.is_serving, false) as is_serving
from recognised r
join terms t on t.content_id = r.term_key
join (select unnest(range(0, 241, 6)) as months) k
  on r.first_month + to_months(cast(k.months as integer)) <= cast($as_of as date)
left join officer_month m
  on m.person_id = r.person_id and m.month = cast(r.first_month + to_months(cast(k.months as integer)) as date)
where r.nth = 1
order by r.person_id, k.months
