-- One row per person on a roster, as known on the as-of day: each cell from the nearest roster reported by
-- then that fills it, else from the earliest one after.
with placed as (
  select
    o.*,
    row_number() over (
      partition by o.person_id
      order by o.reported_on > last_day(cast($as_of as date)),
        abs(o.reported_on - last_day(cast($as_of as date))), o.content_id
    ) as place
  from officers o
  where o.person_id is not null
)
select
  r.person_id,
  min_by(r.platform_account, r.place) filter (r.platform_account is not null) as account,
  min_by(r.is_in_group, r.place) filter (r.is_in_group is not null) as is_in_group,
  min_by(r.org_type, r.place) filter (r.org_type is not null) as org_type,
  min_by(r.county, r.place) filter (r.county is not null) as county,
  min_by(r.is_frontline, r.place) filter (r.is_frontline is not null) as is_frontline,
  min_by(r.cert_type, r.place) filter (
    r.cert_type <> '无' and coalesce(r.cert_on, date '1900-01-01') <= last_day(cast($as_of as date))
  ) as cert_type,
  min_by(r.cert_no, r.place) filter (r.cert_type <> '无') as cert_no,
  min_by(r.cert_on, r.place) filter (r.cert_type <> '无') as cert_on
from placed r
group by r.person_id
