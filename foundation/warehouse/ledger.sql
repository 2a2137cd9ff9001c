-- The ledger: who brought which file when, what was decided, what was published, who looked.
-- files: one row per content; `state` moves, everything else is written once per landing.
create table if not exists files (
    sha256 text primary key,
    name text not null,            -- as the sender called it
    suffix text not null,          -- of the copy in landing/
    size integer not null,
    sender text,                   -- as given at upload; null: the file itself says
    received_on text not null,     -- YYYY-MM-DD; dates in the file are compared with it
    state text not null check (state in ('landed', 'in_force', 'retracted', 'refused')),
    landed_at text not null,       -- UTC
    who text not null,
    folder text,                   -- the folder that it was found in, where a folder was handed over
    corrects text,                 -- JSON: the files that return workbooks in it put right; null: none
    saved_at text                  -- when a return workbook says it was saved last, UTC
);

-- Whatever a person decided: identities, column mappings, entries of a page. Append-only.
create table if not exists decisions (
    decision_id integer primary key autoincrement,
    made_at text not null,
    who text not null,
    kind text not null,
    body text not null             -- JSON, keys sorted
);

-- One row per published snapshot, with the inputs that it is a pure function of.
create table if not exists snapshots (
    position integer primary key autoincrement,
    snapshot_id text not null unique,
    built_at text not null,
    schema_version integer not null,
    inputs text not null,          -- JSON
    meeting text,                  -- named at a meeting: kept for ever
    replaces text                  -- the snapshot of an older schema that this one was rebuilt for
);

-- Every landing, retraction, reveal, export and sign-in. Append-only.
create table if not exists audit (
    audit_id integer primary key autoincrement,
    at text not null,
    who text not null,
    role text,
    unit text,
    action text not null,
    detail text not null           -- JSON
);

create trigger if not exists decisions_stay before update on decisions
begin select raise(abort, 'decisions are append-only'); end;
create trigger if not exists decisions_remain before delete on decisions
begin select raise(abort, 'decisions are append-only'); end;
create trigger if not exists audit_stays before update on audit
begin select raise(abort, 'audit is append-only'); end;
create trigger if not exists audit_remains before delete on audit
begin select raise(abort, 'audit is append-only'); end;
