-- Issues of the identity step (issues.py). `worded`: each distinct finding with its messages.

-- name: table
create table if not exists quarantine (
    load_id varchar, sha256 varchar, file varchar, sheet varchar, "table" varchar, row_number bigint,
    column_name varchar, value varchar, rule varchar, outcome varchar, kept varchar, candidates varchar,
    is_row_held boolean, message_zh varchar, message_en varchar
)

-- name: references
select distinct
    case when r.candidates is null then 'unresolved_' else 'ambiguous_' end || $kind as rule,
    a.text as value, coalesce(r.candidates, '') as candidates
from asking a
join answers r on r.ref = a.ref
where r.answer is null

-- name: report_references
insert into quarantine (
    load_id, sha256, file, sheet, "table", row_number, column_name, value, rule, outcome, kept, candidates,
    is_row_held, message_zh, message_en
)
select
    t.load_id, t.sha256, t.file, t.sheet, $sheet_id, t.row_number, $column_name, w.value, w.rule, w.outcome, '',
    w.candidates, false, w.message_zh, w.message_en
from asking a
join answers r on r.ref = a.ref
join worded w on w.value = a.text and w.candidates = coalesce(r.candidates, '')
join "{table}" t on t.rowid = a.place
where r.answer is null

-- name: numbers
-- Numbers of roster rows that belong to another name.
select distinct 'number_claimed' as rule, o.officer_no as value, '' as candidates
from officers o
join name_keys n on n.name = o.name and n.number is not distinct from o.officer_no
join number_claims c on c.number_key = n.number_key and c.name_key = n.name_key

-- name: report_numbers
insert into quarantine (
    load_id, sha256, file, sheet, "table", row_number, column_name, value, rule, outcome, kept, candidates,
    is_row_held, message_zh, message_en
)
select
    o.load_id, o.sha256, o.file, o.sheet, 'officers', o.row_number, 'officer_no', w.value, w.rule, w.outcome, '',
    w.candidates, false, w.message_zh, w.message_en
from officers o
join name_keys n on n.name = o.name and n.number is not distinct from o.officer_no
join number_claims c on c.number_key = n.number_key and c.name_key = n.name_key
join worded w on w.value = o.officer_no
