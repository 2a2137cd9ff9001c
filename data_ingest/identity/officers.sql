-- Officer references (officers.py). {table} and {column} are names from the declarations; {written_references}
-- is the select list and source of the references that have no person yet.

-- name: is_asked
select 1 from "{table}" where {column}_text is not null and {column} is null limit 1

-- name: written_references
t.{column}_text as text, t.load_id,
    case when {is_main} then h.name end as name,
    case when {is_main} then h.unit end as unit,
    case when {is_main} then h.phone end as phone,
    case when {is_main} then h.city end as city,
    case when p.text is not null then t.row_number end as row_number
from "{table}" t
left join officer_hints h on h.load_id = t.load_id and h.row_number = t.row_number
left join placed_answers p on p.text = t.{column}_text
where t.{column}_text is not null and t.{column} is null

-- name: questions
-- The distinct references of rows that have no person yet. is_settled: the text has one meaning wherever it
-- stands in the load, since no row there gives hints and no answer is for a single row.
create temp table questions as
select
    q.*, l.sha256, l.sheet, l.sender, row_number() over () as ref,
    q.row_number is null and q.load_id not in (select load_id from officer_hints) as is_settled
from (select distinct {written_references}) q
left join (
    select load_id, any_value(sha256) as sha256, any_value(sheet) as sheet, any_value(sender) as sender
    from "{table}"
    group by load_id
) l using (load_id)

-- name: fill_settled
update "{table}"
set {column} = r.answer
from questions q
join answers r on r.ref = q.ref
where q.is_settled and r.answer is not null
    and q.text = "{table}".{column}_text and q.load_id = "{table}".load_id and "{table}".{column} is null

-- name: asking
-- The rows that are left, each with its question.
create temp table asking as
with written_references as (select t.rowid as place, {written_references})
select s.place, s.text, q.ref
from written_references s
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
