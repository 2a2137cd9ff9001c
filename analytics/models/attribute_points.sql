-- model: attribute_points
-- grain: person × day on which something about the person may change
-- needs: term_facts, service_spells, leave_spells, officers
-- kind: view
with days as (
  select t.person_id, t.started_on as on_date from term_facts t
  union select t.person_id, t.recognised_on from term_facts t where t.recognised_on is not null
  union select t.person_id, t.ends_on + 1 from term_facts t
  union select t.person_id, t.leaves_on from term_facts t where t.leaves_on is not null
  union select s.person_id, s.to_on + 1 from service_spells s
  union select l.person_id, l.from_on from leave_spells l
  union select l.person_id, l.until_on + 1 from leave_spells l where l.until_on < date '9999-12-31'
  union select o.person_id, o.reported_on from officers o
  union select o.person_id, date '1900-01-01' from officers o
  union select t.person_id, date '1900-01-01' from term_facts t
)
select d.person_id, d.on_date from days d where d.person_id is not null and d.on_date is not null
