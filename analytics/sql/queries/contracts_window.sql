-- query: contracts_window
-- grain: contract signed in W
-- with: contracts_at
-- is_local: 省内, null where not known. person_id is the demand's officer, without a match the contract's
-- own (groupings); persons: all whom it credits (--by officer).
select
  c.contract_key, c.signed_on, c.kind, c.amount_wan, c.is_verified, c.is_reported, c.is_local, c.persons,
  c.person_id, p.name, p.name_sort, c.unit, c.city, c.category, c.channel, c.field, c.recommender, c.load_id, c.file,
  c.sheet, c.row_number
from contracts_at c
left join persons p on p.person_id = c.person_id
where in_window(c.signed_on, $as_of)
order by c.signed_on, c.contract_key
