-- What only a person can answer about persons and references (questions.py).

-- name: open_references
create temp table open_references (
    kind varchar, text varchar, candidates varchar, "table" varchar, column_name varchar,
    sha256 varchar, file varchar, sheet varchar, row_number bigint
)


-- name: open
-- Rows whose reference nobody or several fit, with whom it could mean.
insert into open_references
select
    $kind, a.text, r.candidates, $sheet_id, $column_name, t.sha256, t.file, t.sheet, t.row_number
from asking a
join answers r on r.ref = a.ref
join "{table}" t on t.rowid = a.place
where r.answer is null

-- name: references
-- One row a question: the same words that mean the same candidates are asked for once.
with asked_once as (
    select kind, text, candidates, sha256, count(*) as row_count, min((file, sheet, "table", column_name, row_number)) as first
    from open_references
    group by all
),
spread as (
    select *, count(distinct coalesce(candidates, '')) over (partition by kind, text) > 1 as is_placed
    from asked_once
)
select
    kind, text, candidates, case when is_placed then sha256 end as sha256,
    cast(sum(row_count) as bigint) as row_count, min(first) as first
from spread
group by all
order by kind, text, sha256

-- name: persons
select person_id, name, name_sort, org, city, phone, is_official_no from persons order by person_id
