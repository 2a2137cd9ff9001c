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
