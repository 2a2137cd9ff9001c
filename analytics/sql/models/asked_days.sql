-- model: asked_days
-- grain: person × topic × day on which an act of the person meets an open reminder of its topic
-- needs: act_rows, personal_reminders, group_notices, officer_spells, calendar
-- A personal reminder open that day: has_personal. Group notices that reach the person: is_drive_only where
-- all of them are campaigns (集中报送). Joined by month, so that no act meets every reminder of its person.
with acted as (
  select a.person_id, a.topic, a.acted_on, cast(date_trunc('month', a.acted_on) as date) as acted_month
  from act_rows a
  where a.can_self and a.topic is not null and a.is_prompted is null
),
met as (
  select a.person_id, a.topic, a.acted_on, 1 as is_personal, 0 as is_notice, 0 as is_order
  from personal_reminders p
  join calendar c on c.last_day >= p.sent_on and c.month <= p.open_until
  join acted a on a.person_id = p.person_id and a.topic = p.topic and a.acted_month = c.month
    and a.acted_on between p.sent_on and p.open_until
  where p.is_reached
  union all
  select
    a.person_id, a.topic, a.acted_on, 0 as is_personal, 1 as is_notice,
    case when g.is_drive then 0 else 1 end as is_order
  from group_notices g
  join calendar c on c.last_day >= g.sent_on and c.month <= g.open_until
  join acted a on a.topic = g.topic and a.acted_month = c.month
    and a.acted_on between g.sent_on and g.open_until
  join officer_spells s
    on s.person_id = a.person_id and g.sent_on between s.from_on and s.to_on and s.is_serving
    and (g.unit = '*' or g.unit = s.unit) and (g.category = '*' or g.category = s.category)
)
select
  m.person_id, m.topic, m.acted_on, max(m.is_personal) = 1 as has_personal,
  max(m.is_notice) = 1 and max(m.is_order) = 0 as is_drive_only
from met m
group by m.person_id, m.topic, m.acted_on
