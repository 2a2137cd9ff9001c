-- query: people_found
-- grain: person ever recognised or on a roster, with what a search looks at, as on the as-of day
-- tier stays out: whoever may not see a name must not find it (the caller guards by officers_serving).
select
  p.person_id, p.name, p.name_sort, p.officer_no, coalesce(s.org, p.org) as org, s.unit, s.city, s.category,
  s.term_no, s.recommender, b.name as recommender_name, coalesce(s.is_serving, false) as is_serving
from persons p
left join officer_spells s
  on s.person_id = p.person_id and last_day(cast($as_of as date)) between s.from_on and s.to_on
left join bodies b on b.body_id = s.recommender
order by p.name_sort, p.name, p.person_id
