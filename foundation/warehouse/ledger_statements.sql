-- name: land
-- A file arrives, or comes back (after a retraction, a refusal, a failed build) with the sender and day given now.
insert into files (sha256, name, suffix, size, sender, received_on, state, landed_at, who, folder)
values (:sha256, :name, :suffix, :size, :sender, :received_on, 'landed', :at, :who, :folder)
on conflict (sha256) do update set
    name = excluded.name, sender = excluded.sender, received_on = excluded.received_on,
    state = 'landed', landed_at = excluded.landed_at, who = excluded.who, folder = excluded.folder
where files.state <> 'in_force';

-- name: move
update files set state = :state where sha256 = :sha256;

-- name: told
update files set corrects = :corrects, saved_at = :saved_at where sha256 = :sha256;

-- name: put_in_force
update files set state = 'in_force' where state = 'landed' and sha256 = :sha256;

-- name: files
select sha256, name, suffix, size, sender, received_on, state, landed_at, who, folder, corrects, saved_at
from files order by landed_at, sha256;

-- name: decide
insert into decisions (made_at, who, kind, body) values (:at, :who, :kind, :body);

-- name: decisions
select decision_id, made_at, who, kind, body from decisions order by decision_id;

-- name: published
-- Published again (its inputs are back): it becomes the latest once more and keeps its meeting.
insert into snapshots (snapshot_id, built_at, schema_version, inputs, replaces)
values (:snapshot_id, :at, :schema_version, :inputs, :replaces)
on conflict (snapshot_id) do update set
    position = (select max(position) + 1 from snapshots),
    inputs = excluded.inputs, schema_version = excluded.schema_version;

-- name: snapshots
select position, snapshot_id, built_at, schema_version, inputs, meeting, replaces
from snapshots order by position;

-- name: name_at_meeting
update snapshots set meeting = :meeting where snapshot_id = :snapshot_id;

-- name: note
insert into audit (at, who, role, unit, action, detail)
values (:at, :who, :role, :unit, :action, :detail);

-- name: audit
select audit_id, at, who, role, unit, action, detail from audit order by audit_id;
