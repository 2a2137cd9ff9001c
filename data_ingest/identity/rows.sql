-- Numbers of rows and references to them (rows.py). {table} and {column} are names from the declarations.

-- name: numbers_written
create temp table numbers_written ("table" varchar, content_id varchar, written varchar)

-- name: keep_written
insert into numbers_written select '{table}', content_id, {number} from "{table}" where {number} is not null

-- name: assign
update "{table}"
set {number} = 'N-' || left(content_id, 12)
where {number} is null
    or {number} in (
        select {number} from "{table}"
        where length({number}) < 5 and regexp_matches({number}, '{running}')
        group by {number}
        having count(*) > 1
    )

-- name: named_rows
select t.{number}, w.written, {title}, [{seconds}], {dated}, t.sha256, t.file
from "{table}" t
left join numbers_written w on w."table" = '{table}' and w.content_id = t.content_id

-- name: questions
create temp table asking as
select
    rowid as place, {column}_text as text, sha256, file, sheet,
    dense_rank() over (order by {column}_text, sha256, file, sheet) as ref
from "{table}"
where {column}_text is not null;
create temp table questions as select distinct * exclude (place) from asking

-- name: fill
update "{table}"
set {column} = r.answer
from asking a
join answers r on r.ref = a.ref
where a.place = "{table}".rowid and r.answer is not null
