-- model: attribute_points
-- grain: person × day on which something about the person may change
-- needs: term_facts, service_spells, leave_spells, officers
-- person_no: the person's place in the order of ids; what is joined and grouped most is joined by numbers.
with days as (
  select t.person_id, t.started_on as on_date from term_facts t
  union all select t.person_id, t.recognised_on from term_facts t
  union all select t.person_id, t.ends_on + 1 from term_facts t
  union all select t.person_id, t.leaves_on from term_facts t
  union all select s.person_id, s.to_on + 1 from service_spells s
  union all select l.person_id, l.from_on from leave_spells l
  union all select l.person_id, l.until_on + 1 from leave_spells l where l.until_on < date '9999-12-31'
  union all select o.person_id, o.reported_on from officers o
  union all select o.person_id, date '1900-01-01' from officers o
  union all select t.person_id, date '1900-01-01' from term_facts t
),
known as (
  select distinct d.person_id, d.on_date from days d where d.person_id is not null and d.on_date is not null
),
people as (
  select k.person_id, row_number() over (order by k.person_id) as person_no
  from (select distinct d.person_id from known d) k
)
select p.person_no, k.person_id, k.on_date
from known k
join people p on p.person_id = k.person_id
