-- name: files
select sha256, file, sender, received_on, is_simulated
from files

-- name: troubled
-- Files, and files within archives, with a wrong cell or a part that could not be read.
select sha256, file from quarantine
union
select sha256, file from passed_over where is_error
order by sha256, file

-- name: quarantined
select
    q.sheet, q."table", q.row_number, q.column_name, q.value, q.rule, q.outcome, q.kept, q.candidates,
    f.received_on, bool_or(q.is_row_held) as is_row_held
from quarantine q
join files f using (sha256)
where sha256 = $sha256 and ($part = '' or ends_with(q.file, ' › ' || $part))
group by all
order by q.sheet, q.row_number, q.column_name, min(q.message_zh)

-- name: unread
select sheet, reason_zh, remedy_zh
from passed_over
where is_error and sha256 = $sha256 and ($part = '' or ends_with(file, ' › ' || $part))
order by sheet
