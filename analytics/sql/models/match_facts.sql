-- model: match_facts
-- grain: one row of matches; pair_place 1 = the row of its pair that was contacted first
-- needs: matches, demands, demand_numbers, achievement_numbers, officer_spells
-- A pair: the earliest row of the demand × the earliest row of the achievement, else the expert. First
-- contact: the earliest of contacted_on … fulfilled_on. Attributes: the demand's officer on that day; the
-- city is the demand's, else the officer's. person_id_a and _b are the sides credited.
with told as (
  select
    m.content_id as match_key, coalesce(m.match_no, m.content_id) as match_no,
    coalesce(d.canonical_no, m.demand) as canonical_no,
    coalesce(a.canonical_no, m.achievement, m.expert, m.achievement_text, m.expert_text, m.content_id) as partner,
    m.person_id_a, m.person_id_b, m.source, m.made_by, m.recommended_on, m.signed_on, m.ended_on, m.end_reason,
    least(m.contacted_on, m.followed_on, m.intent_on, m.signed_on, m.fulfilled_on) as first_contact_on,
    m.load_id, m.file, m.sheet, m.row_number
  from matches m
  left join demand_numbers d on d.demand_no = m.demand
  left join achievement_numbers a on a.achievement_no = m.achievement
),
filed as (
  select n.canonical_no, d.person_id, d.city
  from demands d
  join demand_numbers n on n.content_id = d.content_id and n.demand_no = n.canonical_no
)
select
  t.match_key, t.match_no, t.canonical_no, t.partner,
  row_number() over (
    partition by coalesce(t.canonical_no, t.match_key), t.partner
    order by t.first_contact_on nulls last, t.recommended_on nulls last, t.match_key
  ) as pair_place,
  t.person_id_a, t.person_id_b, t.source, t.made_by, t.recommended_on, t.first_contact_on, t.signed_on,
  t.ended_on, t.end_reason, f.person_id, s.unit, f.city as demand_city,
  coalesce(f.city, s.city) as city_here, s.category, s.channel,
  s.recommender, s.field, t.load_id, t.file, t.sheet, t.row_number
from told t
left join filed f on f.canonical_no = t.canonical_no
left join officer_spells s on s.person_id = f.person_id and t.first_contact_on between s.from_on and s.to_on
