-- One row per person with acts in W: how many, and how many self-initiated over how many quarters; months m.
select
  y.person_id, cast(sum(y.exposure) as bigint) as m, cast(sum(y.acts) as bigint) as acts,
  cast(sum(y.self_initiated) as bigint) as self_initiated,
  count(distinct case when y.self_initiated > 0 then
    date_diff('month', y.month, cast($as_of as date)) // 3 end) as self_quarters
from officer_month y
where y.month between cast($as_of as date) - interval 11 month and cast($as_of as date)
group by y.person_id
