-- Officer references (officers.py). {table} and {column} are names from the declarations.

-- name: questions
-- Rows that name somebody and have no person yet, each with the number of its distinct question.
create temp table said_by_row as
select
    t.rowid as place, t.{column}_text as text, t.load_id,
    case when {is_main} then h.name end as name,
    case when {is_main} then h.unit end as unit,
    case when {is_main} then h.phone end as phone,
    case when {is_main} then h.city end as city,
    case when p.text is not null then t.row_number end as row_number
from "{table}" t
left join officer_hints h on h.load_id = t.load_id and h.row_number = t.row_number
left join placed_answers p on p.text = t.{column}_text
where t.{column}_text is not null and t.{column} is null;
create temp table questions as
select q.*, l.sha256, l.sheet, l.sender, row_number() over () as ref
from (select distinct * exclude (place) from said_by_row) q
left join (
    select load_id, any_value(sha256) as sha256, any_value(sheet) as sheet, any_value(sender) as sender
    from "{table}"
    group by load_id
) l using (load_id);
create temp table asking as
select s.place, s.text, q.ref
from said_by_row s
join questions q
    on q.text = s.text and q.load_id = s.load_id
    and q.name is not distinct from s.name and q.unit is not distinct from s.unit
    and q.phone is not distinct from s.phone and q.city is not distinct from s.city
    and q.row_number is not distinct from s.row_number

-- name: fill
update "{table}"
set {column} = r.answer
from asking a
join answers r on r.ref = a.ref
where a.place = "{table}".rowid and r.answer is not null
