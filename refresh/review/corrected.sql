-- name: counts
-- Of one file, or of one file within an archive.
with piece as (
    select load_id, rows_read, rows_loaded, rows_quarantined
    from loads
    where sha256 = $sha256 and ($part = '' or ends_with(file, ' › ' || $part))
)
select
    count(*) > 0 as is_known,
    cast(coalesce(sum(rows_read), 0) as bigint) as rows_read,
    cast(coalesce(sum(rows_loaded), 0) as bigint) as rows_loaded,
    cast(coalesce(sum(rows_quarantined), 0) as bigint) as rows_quarantined,
    (select count(*) from quarantine where load_id in (select load_id from piece)) as issue_count
from piece
