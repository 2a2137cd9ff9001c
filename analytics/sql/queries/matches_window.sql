-- query: matches_window
-- grain: pair of demand and achievement (or expert) first contacted in W
-- person_id is the demand's officer (groupings); person_id_a and _b are the sides credited (--by officer).
select
  m.match_key, m.match_no, m.canonical_no as demand_no, d.title, d.kind, d.demand_field, coalesce(d.is_public, false) as is_public,
  m.partner as partner_no,
  coalesce(a.title, x.name, m.partner) as partner, m.source, m.made_by,
  m.first_contact_on, m.person_id_a, m.person_id_b, m.person_id, p.name, p.name_sort, m.unit,
  m.city_here as city, m.category, m.channel, m.field, m.recommender, m.load_id, m.file, m.sheet, m.row_number
from match_facts m
left join demand_facts d on d.demand_no = m.canonical_no and d.demand_no = d.canonical_no
left join achievement_facts a on a.achievement_no = m.partner and a.achievement_no = a.canonical_no
left join (select e.expert_no, any_value(e.name order by e.content_id) as name from experts e group by e.expert_no) x
  on x.expert_no = m.partner
left join persons p on p.person_id = m.person_id
where m.pair_place = 1
  and in_window(m.first_contact_on, $as_of)
order by m.first_contact_on, m.match_key
