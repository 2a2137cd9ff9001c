-- query: cohort_months
-- grain: person recognised × 0, 6, 12, … months after the month of recognition, up to the as-of month
-- The batch is that of the first term recognised, else its month; where its members were recognised in
-- several months it ends where its youngest does. is_serving as at that month's last day. Attributes are
-- those of the as-of day; the row of the workbook is that of the first term.
with recognised as (
  select
    t.person_id, t.term_key, coalesce(t.recognised_on, t.started_on) as recognised_on,
    cast(date_trunc('month', coalesce(t.recognised_on, t.started_on)) as date) as first_month,
    t.load_id, t.file, t.sheet, t.row_number,
    row_number() over (
      partition by t.person_id order by coalesce(t.recognised_on, t.started_on), t.term_key
    ) as nth
  from term_facts t
  where coalesce(t.recognised_on, t.started_on) <= last_day(cast($as_of as date))
),
firsts as (
  select
    r.person_id, coalesce(nullif(trim(t.batch), ''), strftime(r.first_month, '%Y-%m')) as batch,
    r.recognised_on, r.first_month, r.load_id, r.file, r.sheet, r.row_number
  from recognised r
  join terms t on t.content_id = r.term_key
  where r.nth = 1
),
batches as (
  select f.batch, min(f.first_month) as batch_from, max(f.first_month) as batch_to
  from firsts f group by f.batch
)
select
  f.person_id, p.name, p.name_sort, s.org, s.unit, s.city, s.category, s.channel, s.field, s.recommender,
  f.batch, b.batch_from, f.recognised_on, f.first_month, k.months,
  coalesce(m.is_serving, false) as is_serving, f.load_id, f.file, f.sheet, f.row_number
from firsts f
join batches b on b.batch = f.batch
join (select unnest(range(0, 241, 6)) as months) k
  on b.batch_to + to_months(cast(k.months as integer)) <= cast($as_of as date)
left join officer_month m
  on m.person_id = f.person_id and m.month = cast(f.first_month + to_months(cast(k.months as integer)) as date)
left join persons p on p.person_id = f.person_id
left join officer_spells s
  on s.person_id = f.person_id and last_day(cast($as_of as date)) between s.from_on and s.to_on
order by b.batch_from, f.batch, k.months, s.unit nulls last, p.name_sort, f.person_id
