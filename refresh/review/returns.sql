-- name: files
select sha256, file, sender, received_on, is_simulated
from files

-- name: troubled
-- Files, and files within archives, with a wrong cell or a part that could not be read.
select sha256, file from quarantine
union
select sha256, file from passed_over where is_error
order by sha256, file

-- name: issues
select
    sheet, "table", row_number, column_name, coalesce(value, '') as value,
    bool_or(is_row_held) as is_row_held, message_zh
from quarantine
where sha256 = $sha256 and ($part = '' or ends_with(file, ' › ' || $part))
group by all
order by sheet, row_number, column_name, message_zh

-- name: unread
select sheet, reason_zh, remedy_zh
from passed_over
where is_error and sha256 = $sha256 and ($part = '' or ends_with(file, ' › ' || $part))
order by sheet
