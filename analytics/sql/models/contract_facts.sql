-- model: contract_facts
-- grain: one row of contracts (several rows can be one contract: contract_links and the query say which)
-- needs: contracts, match_facts, officer_spells, contract_clusters
-- node: the key that the row carries, null where it has neither contract_no nor registered_no. Attributes:
-- the demand's officer on signed_on, without a match the contract's officer; city: the demand's, else his.
with told as (
  select
    c.content_id as row_key,
    coalesce('c:' || c.contract_no, 'r:' || c.registered_no) as node,
    coalesce('c:' || c.contract_no, 'r:' || c.registered_no, 'm:' || c.match) as any_key,
    m.match_key, c.signed_on, c.source, c.kind, c.amount_wan, c.is_local,
    c.person_id as signed_by, m.person_id_a, m.person_id_b,
    case when m.match_key is null then c.person_id else m.person_id end as person_id,
    m.demand_city, c.reported_on, c.load_id, c.file, c.sheet, c.row_number
  from contracts c
  left join match_facts m on m.match_no = c.match
  where c.signed_on is not null
)
select
  t.row_key, coalesce(k.cluster, 'k:' || t.row_key) as cluster, t.node, t.match_key, t.signed_on, t.source, t.kind, t.amount_wan, t.is_local, t.signed_by,
  t.person_id_a, t.person_id_b, t.person_id, s.unit, coalesce(t.demand_city, s.city) as city_here, s.category,
  s.channel, s.recommender, s.field, t.reported_on, t.load_id, t.file, t.sheet, t.row_number
from told t
left join contract_clusters k on k.node = t.any_key
left join officer_spells s on s.person_id = t.person_id and t.signed_on between s.from_on and s.to_on
