-- Issues of the identity step (issues.py).

-- name: table
create table if not exists quarantine (
    load_id varchar, sha256 varchar, file varchar, sheet varchar, "table" varchar, row_number bigint,
    column_name varchar, value varchar, rule varchar, is_row_held boolean, message_zh varchar,
    message_en varchar
)

-- name: report
insert into quarantine (
    load_id, sha256, file, sheet, "table", row_number, column_name, value, rule, is_row_held,
    message_zh, message_en
)
select
    t.load_id, t.sha256, t.file, t.sheet, $sheet_id, t.row_number, $column_name, a.text,
    case when r.candidates is null then 'unresolved_' else 'ambiguous_' end || $kind, false,
    replace(replace(
        case when r.candidates is null then $unresolved_zh else $ambiguous_zh end,
        '{{value}}', a.text), '{{candidates}}', coalesce(r.candidates, '')),
    replace(replace(
        case when r.candidates is null then $unresolved_en else $ambiguous_en end,
        '{{value}}', a.text), '{{candidates}}', coalesce(r.candidates, ''))
from asking a
join answers r on r.ref = a.ref
join "{table}" t on t.rowid = a.place
where r.answer is null

-- name: numbers
insert into quarantine (
    load_id, sha256, file, sheet, "table", row_number, column_name, value, rule, is_row_held,
    message_zh, message_en
)
select
    o.load_id, o.sha256, o.file, o.sheet, 'officers', o.row_number, 'officer_no', o.officer_no,
    'number_claimed', false, replace($zh, '{value}', o.officer_no), replace($en, '{value}', o.officer_no)
from officers o
join name_keys n on n.name = o.name and n.number is not distinct from o.officer_no
join number_claims c on c.number_key = n.number_key and c.name_key = n.name_key
