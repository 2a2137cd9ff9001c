-- What each match of $person_id is about, by its row: the demand's title, else as the file wrote it, else its
-- number.
select m.load_id, m.row_number, min(coalesce(d.title, m.demand_text, m.match_no)) as title
from matches m
join match_facts f on f.match_key = m.content_id
left join demand_facts d on d.demand_no = f.canonical_no and d.demand_no = d.canonical_no
where $person_id in (m.person_id_a, m.person_id_b)
group by m.load_id, m.row_number
