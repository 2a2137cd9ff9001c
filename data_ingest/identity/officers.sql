-- Officer references (officers.py). {table} and {column} are names from the declarations.

-- name: questions
-- Rows that name somebody and have no person yet, each with the number of its distinct question.
create temp table asking as
with row_said as (
    select
        t.rowid as place, t.{column}_text as text, t.load_id, t.sha256, t.sheet, t.sender,
        case when {is_main} then h.name end as name,
        case when {is_main} then h.unit end as unit,
        case when {is_main} then h.phone end as phone,
        case when {is_main} then h.city end as city,
        case when p.text is not null then t.row_number end as row_number
    from "{table}" t
    left join officer_hints h on h.load_id = t.load_id and h.row_number = t.row_number
    left join placed_answers p on p.text = t.{column}_text
    where t.{column}_text is not null and t.{column} is null
)
select *, dense_rank() over (
    order by text, load_id, sha256, sheet, sender, name, unit, phone, city, row_number
) as ref
from row_said;
create temp table questions as select distinct * exclude (place) from asking

-- name: fill
update "{table}"
set {column} = r.answer
from asking a
join answers r on r.ref = a.ref
where a.place = "{table}".rowid and r.answer is not null
