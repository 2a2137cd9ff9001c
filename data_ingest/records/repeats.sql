-- Rows that one sender sent twice, the second time with one cell changed (repeats.py). Names of tables and
-- columns come from the declarations.

-- name: table
create temp table suspected_repeats (
    "table" varchar, earlier varchar, later varchar, column_name varchar, was varchar, now varchar,
    sha256 varchar, file varchar, sheet varchar, row_number bigint, earlier_file varchar, earlier_row bigint,
    cells varchar
)

-- name: find
-- {block}: what makes both one thing; {differing}: names of the other columns that differ, one after another.
insert into suspected_repeats
with pairs as (
    select
        a.content_id as earlier, b.content_id as later, [{differing}] as differing, b.sha256, b.file, b.sheet,
        b.row_number, a.file as earlier_file, a.row_number as earlier_row, concat_ws(' · ', {cells}) as cells
    from "{table}" a
    join "{table}" b
        on {block} and a.sha256 <> b.sha256
        -- A file's name says who sent it only where nobody else does: two cities may both send 材料.xlsx.
        and (a.sender = b.sender or (a.file = b.file and (a.sender is null or b.sender is null)))
    where (a.reported_on, a.received_on, a.sha256) < (b.reported_on, b.received_on, b.sha256)
        and {is_unnumbered}
)
select
    '{table}', earlier, later, changed[1].name, changed[1].was, changed[1].now, sha256, file, sheet, row_number,
    earlier_file, earlier_row, cells
from (
    select *, list_filter(differing, lambda one: one is not null) as changed
    from pairs
)
where len(changed) = 1

-- name: lose
-- The earlier of the two gives way: listed like any row that a later one supersedes.
insert into superseded
select
    t.load_id, t.sha256, t.file, t.sheet, '{table}', t.row_number, t.content_id, 'same_row', k.content_id, k.file,
    k.sheet, k.row_number, to_json(t)
from "{table}" t
join "{table}" k on k.content_id = $kept
where t.content_id = $lost

-- name: remove
delete from "{table}" where content_id = $lost

-- name: order
select content_id
from "{table}"
where content_id in ($a, $b)
order by reported_on, received_on, sha256, content_id

-- name: ask
select * from suspected_repeats order by "table", file, row_number, earlier, later
