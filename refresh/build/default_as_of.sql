-- The latest month in which at least half of the units with an officer serving have an act.
with units as (
    select month, unit, bool_or(is_serving) as is_serving, sum(acts) > 0 as is_acting
    from officer_month
    where unit is not null and unit <> 'unknown'
    group by month, unit
),
months as (
    select
        month,
        count(*) filter (where is_serving) as serving,
        count(*) filter (where is_serving and is_acting) as acting
    from units
    group by month
)
select max(month) as as_of
from months
where serving > 0 and acting * 2 >= serving
