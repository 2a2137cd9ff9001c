-- Who is written down where: one row a row of a roster or a term (mentions.py).

-- name: employers
select distinct unit from (
    select org as unit from officers
    union select org from terms
    union select regexp_replace(recommender, '(科协|科学技术协会)$', '') from terms
    union select unit from officer_hints
    union select unit from parsed_texts
    union select from_org from changes
    union select to_org from changes
) where unit is not null

-- name: mentions
-- An institution's own association recommends its own people: it tells the employer where nothing else does.
create temp table mentions as
with roster as (
    select
        'officers' as "table", content_id, load_id, officer_no as number, name, org as unit, phone, city,
        reported_on as dated
    from officers
),
term as (
    select
        'terms' as "table", t.content_id, t.load_id, s.number, coalesce(nullif(s.name, ''), h.name) as name,
        coalesce(
            nullif(s.unit, ''), t.org, h.unit,
            case when t.recommender_type in ('高校科协', '科研院所科协', '企业科协')
                then regexp_replace(t.recommender, '(科协|科学技术协会)$', '') end
        ) as unit,
        coalesce(nullif(s.phone, ''), h.phone) as phone, coalesce(t.city, b.city) as city,
        coalesce(t.started_on, t.recognised_on, t.reported_on) as dated
    from terms t
    join parsed_texts s on s.text = t.officer_text
    left join officer_hints h on h.load_id = t.load_id and h.row_number = t.row_number
    left join bodies b on b.body_id = t.recommender_body_id
    -- Whom a person has named is asked for like any other reference.
    where t.officer_text not in (select text from placed_answers)
)
select
    m."table", m.content_id, m.load_id, m.phone, m.city, m.dated, m.name,
    coalesce(n.number_key, '') as number_key, n.name_key,
    coalesce(u.institution, '') as institution, coalesce(u.department, '') as department
from (from roster union all from term) m
join name_keys n on n.name is not distinct from m.name and n.number is not distinct from m.number
left join unit_keys u on u.unit = m.unit
where m.name is not null

-- name: names
select distinct name, number from (
    select name, officer_no as number from officers
    union
    select coalesce(nullif(s.name, ''), h.name), s.number
    from terms t
    join parsed_texts s on s.text = t.officer_text
    left join officer_hints h on h.load_id = t.load_id and h.row_number = t.row_number
) where name is not null

-- name: number_holders
-- Names under one official number, the one most written first: the others only claim it.
select number_key, name_key, count(*) as written, min(dated) as first_on, list(distinct phone) as phones
from mentions
where number_key <> ''
group by number_key, name_key
order by number_key, written desc, first_on, name_key

-- name: profiles
select
    name_key, institution, department, number_key,
    case when institution = '' then coalesce(city, '') else '' end as city,
    min(dated) as first_on, list(distinct phone) filter (where phone is not null) as phones,
    list(distinct city) filter (where city is not null) as cities, list(distinct load_id) as loads
from mentions
group by all
