-- Two snapshots side by side (row_diff.py): `earlier` and `later` are attached; {table} and {cells} are names
-- from the declarations.

-- name: counts
select
    (select count(*) from earlier."{table}") as before,
    (select count(*) from later."{table}") as after,
    (select count(*) from later."{table}" where content_id not in (select content_id from earlier."{table}")) as added,
    (select count(*) from earlier."{table}" where content_id not in (select content_id from later."{table}")) as gone

-- name: rows
-- The rows themselves, those that go before those that come, as they stand in their files.
select sign, file, sheet, row_number, cells
from (
    select
        '-' as sign, file, sheet, row_number, content_id,
        concat_ws(' · ', {cells}) as cells
    from earlier."{table}"
    where content_id not in (select content_id from later."{table}")
    union all
    select
        '+' as sign, file, sheet, row_number, content_id,
        concat_ws(' · ', {cells}) as cells
    from later."{table}"
    where content_id not in (select content_id from earlier."{table}")
)
order by file, sheet, row_number, sign desc, content_id
limit $most
