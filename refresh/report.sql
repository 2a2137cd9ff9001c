-- name: tables
-- All columns: a snapshot of an older program may lack one.
select * exclude (load_id, sha256)
from loads
where sha256 = $sha256
order by load_id

-- name: issues
select
    file, sheet, "table", row_number, column_name, value, rule, is_row_held, message_zh, message_en,
    count(*) over () as issue_count
from quarantine
where sha256 = $sha256
order by is_row_held desc, load_id, row_number, column_name, rule
limit $most

-- name: passed_over
select file, sheet, is_error, reason_zh, reason_en, remedy_zh, remedy_en
from passed_over
where sha256 = $sha256
order by file, sheet

-- name: counts
-- Of one file, or of one file within an archive.
with piece as (
    select load_id, rows_read, rows_loaded, rows_quarantined
    from loads
    where sha256 = $sha256 and ($part = '' or ends_with(file, ' › ' || $part))
)
select
    count(*) > 0 as is_known,
    cast(coalesce(sum(rows_read), 0) as bigint) as rows_read,
    cast(coalesce(sum(rows_loaded), 0) as bigint) as rows_loaded,
    cast(coalesce(sum(rows_quarantined), 0) as bigint) as rows_quarantined,
    (select count(*) from quarantine where load_id in (select load_id from piece)) as issue_count
from piece
