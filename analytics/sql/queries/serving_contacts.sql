-- query: serving_contacts
-- grain: person serving on the as-of day, with who recommended and how to reach
-- The contacts are raw: the caller masks them.
select m.person_id, b.name as recommender_name, p.phone
from officer_month m
join persons p on p.person_id = m.person_id
left join bodies b on b.body_id = m.recommender
where m.month = cast($as_of as date) and m.is_serving
