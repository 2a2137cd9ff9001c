-- model: contract_links
-- grain: key of a contract × key reachable from it, with the first day on which the rows say so
-- needs: contracts
-- contract_no and registered_no are keys; a row that carries both says that they are one contract. Each key
-- reaches itself.
with recursive edges as (
  select 'c:' || c.contract_no as node, 'r:' || c.registered_no as other, min(c.signed_on) as linked_on
  from contracts c
  where c.contract_no is not null and c.registered_no is not null and c.signed_on is not null
  group by c.contract_no, c.registered_no
),
both_ways as (
  select e.node, e.other, e.linked_on from edges e
  union all
  select e.other as node, e.node as other, e.linked_on from edges e
),
nodes as (
  select 'c:' || c.contract_no as node, c.signed_on from contracts c where c.contract_no is not null
  union all
  select 'r:' || c.registered_no as node, c.signed_on from contracts c where c.registered_no is not null
),
reached as (
  select n.node, n.node as other, min(n.signed_on) as linked_on
  from nodes n where n.signed_on is not null group by n.node
  union
  select r.node, b.other, greatest(r.linked_on, b.linked_on) as linked_on
  from reached r
  join both_ways b on b.node = r.other
)
select r.node, r.other as reaches, min(r.linked_on) as linked_on
from reached r
group by r.node, r.other
