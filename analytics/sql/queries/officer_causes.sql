-- query: officer_causes
-- grain: person with a cause code or a change of post in W
-- cause: the latest that a contact named; a change of post (changed_on, change_kind) stands apart.
with asked as (
  select
    c.person_id, c.cause, c.contacted_on,
    row_number() over (partition by c.person_id order by c.contacted_on desc, c.content_id) as nth
  from contacts c
  where c.person_id is not null and c.cause is not null
    and in_window(c.contacted_on, $as_of)
),
moved as (
  select
    c.person_id, c.kind, c.changed_on,
    row_number() over (partition by c.person_id order by c.changed_on desc, c.content_id) as nth
  from changes c
  where c.person_id is not null
    and in_window(c.changed_on, $as_of)
)
select
  coalesce(a.person_id, m.person_id) as person_id, a.cause, a.contacted_on as cause_on,
  m.kind as change_kind, m.changed_on
from (select * from asked where nth = 1) a
full join (select * from moved where nth = 1) m on m.person_id = a.person_id
