-- query: officer_evidence
-- grain: piece of evidence in W for a duty of one person ($person_id), newest first
-- with: duty_evidence, match_titles
select
  case h.category when 'A' then e.duty_a when 'B' then e.duty_b end as duty,
  e.on_date, e.source, e.kind, coalesce(m.title, e.title) as title, e.load_id, e.file, e.sheet, e.row_number
from duty_evidence e
join officer_month h on h.person_id = e.person_id and h.month = cast($as_of as date)
left join match_titles m
  on e.source in ('matches', 'feedback') and m.load_id = e.load_id and m.row_number = e.row_number
where e.person_id = $person_id and h.category in ('A', 'B')
order by duty, e.on_date desc, e.file, e.sheet, e.row_number, e.load_id
