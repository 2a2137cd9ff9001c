-- query: officer_duties
-- grain: person serving on the as-of day, with the pieces of evidence in W for each of the five duties
-- with: serving_at, duty_evidence
-- The duties are those of the category on the as-of day. has_org_support: 单位支持 on the term that decides.
with shown as (
  select s.*, case s.category when 'A' then e.duty_a when 'B' then e.duty_b end as duty
  from serving_at s
  left join duty_evidence e on e.person_id = s.person_id
)
select
  s.* exclude (term_key, duty), any_value(t.has_org_support) as has_org_support,
  count(*) filter (s.duty = 1) as duty_1, count(*) filter (s.duty = 2) as duty_2,
  count(*) filter (s.duty = 3) as duty_3, count(*) filter (s.duty = 4) as duty_4,
  count(*) filter (s.duty = 5) as duty_5
from shown s
left join terms t on t.content_id = s.term_key
group by all
order by unit nulls last, name_sort, person_id
