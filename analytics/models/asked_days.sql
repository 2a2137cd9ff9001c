-- model: asked_days
-- grain: person × topic × day on which an act of the person meets an open reminder of its topic
-- needs: act_rows, personal_reminders, group_notices, officer_spells, calendar
-- A personal reminder open that day: has_personal. Group notices that reach the person: is_drive_only where
-- all of them are campaigns (集中报送). Joined by month, so that no act meets every reminder of its person.
with acted as (
  select distinct
    a.person_id, a.topic, a.acted_on, cast(date_trunc('month', a.acted_on) as date) as acted_month
  from act_rows a
  where a.can_self and a.topic is not null and a.is_prompted is null
),
personal as (
  select
    a.person_id, a.topic, a.acted_on,
    row_number() over (
      partition by a.person_id, a.topic, a.acted_on order by p.sent_on, p.reminder_key
    ) as nth
  from personal_reminders p
  join calendar c on c.last_day >= p.sent_on and c.month <= p.open_until
  join acted a on a.person_id = p.person_id and a.topic = p.topic and a.acted_month = c.month
    and a.acted_on between p.sent_on and p.open_until
  where p.is_reached
),
noticed as (
  select
    a.person_id, a.topic, a.acted_on, min(case when g.is_drive then 1 else 0 end) as least_drive
  from group_notices g
  join calendar c on c.last_day >= g.sent_on and c.month <= g.open_until
  join acted a on a.topic = g.topic and a.acted_month = c.month
    and a.acted_on between g.sent_on and g.open_until
  join officer_spells s
    on s.person_id = a.person_id and g.sent_on between s.from_on and s.to_on and s.is_serving
    and (g.unit = '*' or g.unit = s.unit) and (g.category = '*' or g.category = s.category)
  group by a.person_id, a.topic, a.acted_on
)
select
  a.person_id, a.topic, a.acted_on, p.person_id is not null as has_personal,
  coalesce(n.least_drive = 1, false) as is_drive_only
from acted a
left join personal p
  on p.person_id = a.person_id and p.topic = a.topic and p.acted_on = a.acted_on and p.nth = 1
left join noticed n on n.person_id = a.person_id and n.topic = a.topic and n.acted_on = a.acted_on
where p.person_id is not null or n.person_id is not null
