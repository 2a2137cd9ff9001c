-- One row per person with acts in W: how many, and how many self-initiated over how many quarters; months m.
select
  y.person_id, cast(sum(y.exposure) as bigint) as m, cast(sum(y.acts) as bigint) as acts,
  cast(sum(y.self_initiated) as bigint) as self_initiated,
  cast(bit_count(bit_or(case when y.self_initiated > 0 then
    1 << (date_diff('month', y.month, cast($as_of as date)) // 3) else 0 end)) as bigint) as self_quarters
from officer_month y
where in_window(y.month, $as_of)
group by y.person_id
