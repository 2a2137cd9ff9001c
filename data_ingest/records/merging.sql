-- Equal records and clashes of keys (merging.py). {table} and {key} are names from the declarations.

-- name: tables
create table rows_merged (
    load_id varchar,
    sha256 varchar,
    file varchar,
    sheet varchar,
    "table" varchar,
    row_number bigint,
    content_id varchar,
    kept_load_id varchar,         -- where the record stands
    kept_row_number bigint
);
create table superseded (
    load_id varchar,
    sha256 varchar,
    file varchar,
    sheet varchar,
    "table" varchar,
    row_number bigint,
    content_id varchar,
    key varchar,                  -- the value both rows hold
    kept_content_id varchar,
    kept_file varchar,
    kept_sheet varchar,
    kept_row_number bigint,
    cells varchar                 -- the losing row as JSON
);

-- name: loads_of
-- The rows of one load are all different: a content id counts the occurrences within the file.
select count(*) from (select distinct load_id from "{table}")

-- name: find_equal
create temp table equal_rows as
select
    rowid as place, content_id,
    first_value(load_id) over ranked as kept_load_id,
    first_value(row_number) over ranked as kept_row_number,
    row_number() over ranked as rank
from "{table}"
where content_id in (select content_id from "{table}" group by content_id having count(*) > 1)
window ranked as (
    partition by content_id
    order by reported_on, received_on, sha256, file, sheet, row_number
    rows between unbounded preceding and unbounded following
);
delete from equal_rows where rank = 1

-- name: list_equal
insert into rows_merged
select
    t.load_id, t.sha256, t.file, t.sheet, '{table}', t.row_number, t.content_id,
    e.kept_load_id, e.kept_row_number
from equal_rows e
join "{table}" t on t.rowid = e.place

-- name: delete_equal
delete from "{table}" where rowid in (select place from equal_rows)

-- name: count_merged
update loads
set rows_merged = coalesce(m.rows, 0)
from (
    select l.load_id, count(r.load_id) as rows
    from loads l
    left join rows_merged r on r.load_id = l.load_id and r."table" = l."table"
    group by l.load_id
) m
where m.load_id = loads.load_id

-- name: find_losers
-- Only the keys that several rows hold pay for a window.
create temp table losers as
with shared as (
    select {key} from "{table}" where {filled} group by {key} having count(*) > 1
),
ranked as (
    select
        t.content_id, concat_ws(' · ', {keys_of_t}) as key,
        first_value(t.content_id) over (
            partition by {keys_of_t}
            order by t.reported_on desc, t.received_on desc, t.sha256 desc, t.content_id desc
        ) as kept_content_id
    from "{table}" t
    join shared s on {same}
    where {unless}
)
select distinct content_id, key, kept_content_id from ranked where content_id <> kept_content_id

-- name: list_losers
insert into superseded
select
    t.load_id, t.sha256, t.file, t.sheet, '{table}', t.row_number, t.content_id,
    l.key, l.kept_content_id, k.file, k.sheet, k.row_number, to_json(t)
from losers l
join "{table}" t on t.content_id = l.content_id
left join "{table}" k on k.content_id = l.kept_content_id

-- name: delete_losers
delete from "{table}" where content_id in (select content_id from losers)

-- name: add_org_key
-- A term without employer is the one of that person and day that names its employer, if there is one.
alter table "{table}" add column org_key varchar;
update "{table}" s
set org_key = k.org_key
from (
    select
        t.content_id,
        coalesce(u.institution, min(u.institution) over (partition by {filled})) as org_key
    from "{table}" t
    left join unit_keys u on u.unit = t.org
) k
where k.content_id = s.content_id
