-- query: demands_named
-- grain: row of a workbook by which one person's file ($person_id) names a demand: its own, or that of a match
-- is_public: whether its enterprise agreed to publish it; field and kind name it where not.
select d.load_id, d.row_number, d.is_public, d.demand_field, d.kind as demand_kind
from demand_facts d
where d.person_id = $person_id
union all
select
  m.load_id, m.row_number, bool_and(coalesce(d.is_public, false)), min(d.demand_field), min(d.kind)
from matches m
join match_facts f on f.match_key = m.content_id
left join demand_facts d on d.demand_no = f.canonical_no and d.demand_no = d.canonical_no
where $person_id in (m.person_id_a, m.person_id_b)
group by m.load_id, m.row_number
order by all
