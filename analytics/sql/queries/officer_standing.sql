-- query: officer_standing
-- grain: person serving on the as-of day: platform, group, certificate, fit of category, training, contacts
-- with: serving_at, roster_at, tally_at
-- stage: how far the office's training of W went for the person: 0 not invited, 1 invited, 2 attended,
-- 3 selected (遴选), 4 certified (持证); a later stage holds the earlier ones. contacts: 接通 or 已回复 in W.
-- is_unusual: 类别 that is not the usual one of such an organisation; 社会机构 fits either.
with classes as (
  select t.training_no, min(t.held_on) as held_on
  from trainings t where t.training_no is not null group by t.training_no
),
staged as (
  select
    a.person_id,
    max(case
      when a.is_attended and a.is_certified
        and coalesce(a.certified_on, c.held_on) <= last_day(cast($as_of as date)) then 4
      when a.is_attended and (a.is_selected or a.is_certified) then 3
      when a.is_attended then 2
      when a.is_invited then 1
      else 0
    end) as stage
  from attendances a
  join classes c on c.training_no = a.training
  where in_window(c.held_on, $as_of)
  group by a.person_id
),
reached as (
  select c.person_id, count(*) as contacts, max(c.contacted_on) as last_contact_on
  from contacts c
  where c.outcome in ('接通', '已回复')
    and in_window(c.contacted_on, $as_of)
  group by c.person_id
)
select
  s.* exclude (term_key), r.account, coalesce(r.is_in_group, false) as is_in_group, r.org_type, r.county,
  r.cert_type, r.cert_no, r.cert_on, coalesce(y.m, 0) as m, coalesce(g.stage, 0) as stage,
  coalesce(k.contacts, 0) as contacts, k.last_contact_on,
  coalesce(
    (s.category = 'B' and r.org_type in ('高等院校', '科研院所', '事业单位'))
    or (s.category = 'A' and r.org_type in ('高新园区', '科技园', '产业园', '孵化器', '科技型企业')),
    false
  ) as is_unusual
from serving_at s
left join roster_at r on r.person_id = s.person_id
left join tally_at y on y.person_id = s.person_id
left join staged g on g.person_id = s.person_id
left join reached k on k.person_id = s.person_id
order by s.unit nulls last, s.name_sort, s.person_id
