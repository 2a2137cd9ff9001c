-- model: contract_clusters
-- grain: key of a contract, or match, with the cluster of all that rows tie to it, whatever the day
-- needs: contracts
-- Rows of two clusters never make one contract: whoever asks about one person reads that person's clusters.
with recursive told as (
  select 'c:' || c.contract_no as c_key, 'r:' || c.registered_no as r_key, 'm:' || c.match as m_key
  from contracts c
  where c.signed_on is not null
),
edges as (
  select t.c_key as node, t.r_key as other from told t where t.c_key is not null and t.r_key is not null
  union
  select t.c_key as node, t.m_key as other from told t where t.c_key is not null and t.m_key is not null
  union
  select t.r_key as node, t.m_key as other from told t where t.r_key is not null and t.m_key is not null
),
both_ways as (
  select e.node, e.other from edges e
  union all
  select e.other as node, e.node as other from edges e
),
nodes as (
  select t.c_key as node from told t where t.c_key is not null
  union
  select t.r_key as node from told t where t.r_key is not null
  union
  select t.m_key as node from told t where t.m_key is not null
),
reached as (
  select n.node, n.node as other from nodes n
  union
  select r.node, b.other
  from reached r
  join both_ways b on b.node = r.other
)
select r.node, min(r.other) as cluster
from reached r
group by r.node
