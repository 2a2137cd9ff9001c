-- Persons from their profiles (people.py).

-- name: moves
select s.number, coalesce(nullif(s.name, ''), h.name), coalesce(nullif(s.unit, ''), h.unit), c.from_org, c.to_org
from changes c
join parsed_texts s on s.text = c.officer_text
left join officer_hints h on h.load_id = c.load_id and h.row_number = c.row_number
where c.to_org is not null

-- name: fill_officers
update officers
set person_id = p.person_id
from mentions m
join person_profiles p
    on p.name_key = m.name_key and p.institution = m.institution and p.department = m.department
    and p.number_key = m.number_key
    and p.city = case when m.institution = '' then coalesce(m.city, '') else '' end
where m."table" = 'officers' and m.content_id = officers.content_id

-- name: fill_terms
update terms
set person_id = p.person_id, officer = p.person_id
from mentions m
join person_profiles p
    on p.name_key = m.name_key and p.institution = m.institution and p.department = m.department
    and p.number_key = m.number_key
    and p.city = case when m.institution = '' then coalesce(m.city, '') else '' end
where m."table" = 'terms' and m.content_id = terms.content_id

-- name: person_names
select distinct name from mentions

-- name: persons
-- One row a person: the latest that rosters say, cell by cell; employer and city from terms too.
create table persons as
with roster as (
    select
        *, strftime(reported_on, '%Y%m%d') || strftime(received_on, '%Y%m%d') || content_id as said_at
    from officers
    where person_id is not null
),
latest as (
    select
        person_id,
        max_by(email, said_at) filter (where email is not null) as email,
        max_by(im_account, said_at) filter (where im_account is not null) as im_account,
        max_by(gender, said_at) filter (where gender is not null) as gender,
        max_by(birth_month, said_at) filter (where birth_month is not null) as birth_month,
        max_by(org_type, said_at) filter (where org_type is not null) as org_type,
        max_by(duty, said_at) filter (where duty is not null) as duty,
        max_by(title, said_at) filter (where title is not null) as title,
        max_by(education, said_at) filter (where education is not null) as education,
        max_by(county, said_at) filter (where county is not null) as county,
        max_by(zone, said_at) filter (where zone is not null) as zone,
        max_by(is_frontline, said_at) filter (where is_frontline is not null) as is_frontline,
        max_by(is_in_group, said_at) filter (where is_in_group is not null) as is_in_group,
        max_by(platform_account, said_at) filter (where platform_account is not null) as platform_account,
        max_by(cert_type, said_at) filter (where cert_type is not null) as cert_type,
        max_by(cert_no, said_at) filter (where cert_no is not null) as cert_no,
        max_by(cert_on, said_at) filter (where cert_on is not null) as cert_on
    from roster
    group by person_id
),
statement as (
    select
        o.person_id, o.name, o.org, o.city, o.category, o.field, m.phone, m.dated, o.content_id
    from officers o
    join mentions m on m."table" = 'officers' and m.content_id = o.content_id
    union all
    select t.person_id, m.name, t.org, t.city, t.category, t.field, m.phone, m.dated, t.content_id
    from terms t
    join mentions m on m."table" = 'terms' and m.content_id = t.content_id
),
dated as (
    select *, coalesce(strftime(dated, '%Y%m%d'), '00000000') || content_id as said_at
    from statement
    where person_id is not null
),
common as (
    select
        person_id,
        max_by(name, said_at) as name,
        max_by(org, said_at) filter (where org is not null) as org,
        max_by(city, said_at) filter (where city is not null) as city,
        max_by(category, said_at) filter (where category is not null) as category,
        max_by(field, said_at) filter (where field is not null) as field,
        max_by(phone, said_at) filter (where phone is not null) as phone
    from dated
    group by person_id
)
select
    n.person_id, n.person_id as officer_no, n.number <> '' as is_official_no, c.name,
    coalesce(s.name_sort, c.name) as name_sort, c.org, c.phone, l.email, l.im_account, l.gender, l.birth_month,
    l.org_type, l.duty, l.title, l.education, c.city, c.category, c.field, l.county, l.zone, l.is_frontline,
    l.is_in_group, l.platform_account, l.cert_type, l.cert_no, l.cert_on
from numbered n
join common c using (person_id)
left join latest l using (person_id)
left join name_sorts s on s.name = c.name
order by n.person_id
