-- query: officer_head
-- grain: one person ($person_id), as known on the as-of day
select
  p.person_id, p.officer_no, p.name, p.phone, p.email, p.im_account,
  s.org, s.unit, s.city, s.category, s.channel, s.field, s.recommender, b.name as recommender_name,
  coalesce(s.is_serving, false) as is_serving, s.is_due, s.term_no,
  t.started_on, t.ends_on as ended_on,
  case when t.leaves_on <= last_day(cast($as_of as date)) then t.leaves_on end as left_on
from persons p
left join officer_spells s
  on s.person_id = p.person_id and last_day(cast($as_of as date)) between s.from_on and s.to_on
left join term_facts t on t.term_key = s.term_key
left join bodies b on b.body_id = s.recommender
where p.person_id = $person_id
