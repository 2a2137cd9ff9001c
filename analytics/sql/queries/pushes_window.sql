-- query: pushes_window
-- grain: push of W to one person while serving (notices to all have no reader on record: not here)
select
  p.push_no, p.pushed_on, p.kind, p.title,
  coalesce(p.read_on <= last_day(cast($as_of as date)), false) as is_read,
  case when p.read_on <= last_day(cast($as_of as date)) then p.read_on end as read_on,
  p.person_id, n.name, n.name_sort, s.unit, s.city, s.category, s.channel, s.field, s.recommender, p.load_id, p.file,
  p.sheet, p.row_number
from pushes p
join officer_spells s
  on s.person_id = p.person_id and p.pushed_on between s.from_on and s.to_on and s.is_serving
left join persons n on n.person_id = p.person_id
where in_window(p.pushed_on, $as_of)
order by p.pushed_on, p.push_no, p.content_id
