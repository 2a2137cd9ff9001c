-- What came in, what is held, how fresh it is (accounts.py). $visible: the files that the viewer may ask about.

-- name: senders
select sha256, file, sender from files order by file, sha256

-- name: tables
-- One row a table of a worksheet, in the order of files.
select
    l.load_id, l.sha256, f.file as landed, l.file, f.sender, f.received_on, l.sheet, l."table",
    l.rows_read, l.rows_loaded, l.rows_quarantined, l.rows_merged,
    count(q.load_id) filter (not q.is_row_held) as cells_empty
from loads l
join files f using (sha256)
left join quarantine q using (load_id)
where l.sha256 in (select unnest($visible))
group by all
order by f.file, l.sha256, l.load_id

-- name: unread
select p.sha256, p.file, p.sheet, p.reason_zh, p.reason_en, p.remedy_zh, p.remedy_en
from passed_over p
where p.is_error and p.sha256 in (select unnest($visible))
order by p.file, p.sheet

-- name: cells
-- One row a wrong cell, rows held back first.
select
    q.sha256, q.file, f.sender, q.sheet, q."table", q.row_number, q.column_name, q.value, q.rule, q.outcome,
    coalesce(q.kept, '') as kept, coalesce(q.candidates, '') as candidates, q.is_row_held,
    q.message_zh, q.message_en, f.received_on
from quarantine q
join files f using (sha256)
where q.sha256 in (select unnest($visible))
    and ($file is null or q.file = $file)
    and ($table is null or q."table" = $table)
    and ($rule is null or q.rule = $rule)
    and ($is_held is null or q.is_row_held = $is_held)
order by q.is_row_held desc, q.file, q.load_id, q.row_number, q.column_name, q.rule
limit $most

-- name: kinds
select q.file, q."table", q.rule, q.is_row_held, count(*) as count
from quarantine q
where q.sha256 in (select unnest($visible))
group by all
order by all

-- name: returns
-- Senders and their files with something to put right: one return workbook each.
select
    f.sender, q.sha256, q.file, f.file as landed, count(*) as cells,
    count(distinct (q.load_id, q.row_number)) filter (q.is_row_held) as rows_held,
    count(distinct q.load_id) as tables
from quarantine q
join files f using (sha256)
where q.sha256 in (select unnest($visible))
group by all
order by f.sender nulls last, q.file

-- name: freshness
-- One row a sender: what was received, how much of it is in, the last act that its files hold.
with sheet_acts as (
    select a.load_id, max(a.acted_on) as last_act_on from acts a group by a.load_id
),
counted as (
    select
        l.sha256, sum(l.rows_read) as rows_read, sum(l.rows_loaded) as rows_loaded,
        list(distinct l."table" order by l."table") as tables, max(a.last_act_on) as last_act_on
    from loads l
    left join sheet_acts a using (load_id)
    group by l.sha256
)
select
    f.sender, count(*) as files, max(f.received_on) as received_on, max(c.last_act_on) as last_act_on,
    cast(coalesce(sum(c.rows_read), 0) as bigint) as rows_read,
    cast(coalesce(sum(c.rows_loaded), 0) as bigint) as rows_loaded,
    list_sort(list_distinct(flatten(list(c.tables) filter (c.tables is not null)))) as tables
from files f
left join counted c using (sha256)
where f.sha256 in (select unnest($visible))
group by f.sender
order by f.sender nulls last

-- name: filled
-- Which persons' rosters hold what the office needs to reach and assess them.
select
    person_id, phone is not null as has_phone, birth_month is not null as has_birth,
    education is not null as has_education, field is not null as has_field
from persons
