-- model: demand_facts
-- grain: one row of demands
-- needs: demands, demand_numbers, match_facts, officer_spells
-- First contact and signing are the earliest over the matches of the demand and its repeats: with an as-of
-- day, what lies after it has not happened. Attributes: the officer's on submitted_on; the city is the
-- demand's, else the officer's. is_platform: 平台直报, nobody's.
with met as (
  select m.canonical_no, min(m.first_contact_on) as first_on, min(m.signed_on) as signed_on
  from match_facts m
  where m.canonical_no is not null
  group by m.canonical_no
)
select
  n.demand_no, n.canonical_no, n.is_repeated as is_repeat, d.person_id, d.submitted_on,
  case when m.first_on is not null then greatest(m.first_on, d.submitted_on) end as first_contact_on,
  m.signed_on, d.closed_on, d.close_reason,
  d.deadline_on, d.title, d.kind, d.field as demand_field, d.verified,
  coalesce(d.is_public, false) as is_public,
  d.person_id is null and d.officer_text is null as is_platform,
  s.unit, coalesce(d.city, s.city) as city_here, s.category, s.channel, s.recommender, s.field,
  d.load_id, d.file, d.sheet, d.row_number
from demands d
join demand_numbers n on n.content_id = d.content_id
left join met m on m.canonical_no = n.canonical_no and not n.is_repeated
left join officer_spells s on s.person_id = d.person_id and d.submitted_on between s.from_on and s.to_on
