-- Two snapshots side by side (row_diff.py): `earlier` and `later` are attached; {table} and {cells} are names
-- from the declarations. $only: of these files alone; null: of all.

-- name: counts
select
    (select count(*) from earlier."{table}" where $only is null or list_contains($only, sha256)) as before,
    (select count(*) from later."{table}" where $only is null or list_contains($only, sha256)) as after,
    (
        select count(*) from later."{table}"
        where content_id not in (select content_id from earlier."{table}")
            and ($only is null or list_contains($only, sha256))
    ) as added,
    (
        select count(*) from earlier."{table}"
        where content_id not in (select content_id from later."{table}")
            and ($only is null or list_contains($only, sha256))
    ) as gone

-- name: rows
-- The rows themselves, in the order of files and their rows, what goes before what comes.
select sign, file, sheet, row_number, cells
from (
    select '-' as sign, file, sheet, row_number, content_id, concat_ws(' · ', {cells}) as cells
    from earlier."{table}"
    where content_id not in (select content_id from later."{table}")
        and ($only is null or list_contains($only, sha256))
    union all
    select '+' as sign, file, sheet, row_number, content_id, concat_ws(' · ', {cells}) as cells
    from later."{table}"
    where content_id not in (select content_id from earlier."{table}")
        and ($only is null or list_contains($only, sha256))
)
order by sheet, row_number, sign desc, file, content_id
limit $most
