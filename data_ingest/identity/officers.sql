-- Officer references (officers.py). {table} and {column} are names from the declarations; {row} is what a row
-- says about its officer.

-- name: is_asked
select 1 from "{table}" where {column}_text is not null and {column} is null limit 1

-- name: said
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
-- What rows without a person ask, each question once. is_settled: the words alone ask it wherever they stand
-- in the load, since no row there says more and nobody has answered for single rows.
create temp table questions as
select
    q.*, l.sha256, l.sheet, l.sender, row_number() over () as ref,
    q.row_number is null and q.load_id not in (select load_id from officer_hints) as is_settled
from (select distinct {said}) q
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
with said as (select t.rowid as place, {said})
select s.place, s.text, q.ref
from said s
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
