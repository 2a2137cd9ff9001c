-- What a snapshot keeps beside the sheets (docs/definitions.md, Snapshot).
create table meta (key varchar primary key, value varchar);

create table files (
    sha256 varchar primary key,
    file varchar,
    sender varchar,
    received_on date,
    status varchar,              -- loaded, partly (some rows held back), refused
    error_zh varchar,
    error_en varchar,
    is_simulated boolean,        -- 模拟数据 stands in it
    corrects varchar             -- sha256 of the file (of an archive's files: all, by ", ") that it corrects
);

-- Worksheets and members of archives that gave no rows.
create table passed_over (
    sha256 varchar,
    file varchar,
    sheet varchar,
    is_error boolean,            -- it looked like data; a cover page is none
    reason_zh varchar,
    reason_en varchar,
    remedy_zh varchar,
    remedy_en varchar
);

create table loads (
    load_id varchar primary key,
    sha256 varchar,
    file varchar,
    sheet varchar,
    "table" varchar,
    rows_read bigint,            -- = rows_loaded + rows_quarantined
    rows_loaded bigint,
    rows_quarantined bigint,
    rows_merged bigint,          -- part of rows_loaded: the same record stands in another file
    mapping varchar              -- what the office told of its headers: 表头=column；…; empty: nothing
);

-- One row per wrong cell or unresolved reference; is_row_held false: an issue, the row is loaded.
create table quarantine (
    load_id varchar,
    sha256 varchar,
    file varchar,
    sheet varchar,
    "table" varchar,
    row_number bigint,
    column_name varchar,
    value varchar,
    rule varchar,
    outcome varchar,             -- what became of the row (data_ingest.findings.Finding)
    kept varchar,                -- what a wrong cell is loaded as, where something could be told of it
    candidates varchar,          -- what an ambiguous reference could mean
    is_row_held boolean,
    message_zh varchar,
    message_en varchar
);

-- How rows name their officer beside the reference: for the identity step, gone when the build ends.
create temp table officer_hints (
    load_id varchar,
    row_number bigint,
    name varchar,
    unit varchar,
    phone varchar,
    city varchar
);
