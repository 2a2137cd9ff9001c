-- query: officer_lights
-- grain: person serving on the as-of day, with the six lights of 六个一 and what each rests on
-- with: serving_at, roster_at, tally_at, assessed_at
-- A light is on, off or grey (未到期: no term past its end; it does not count against). "This term" is the
-- term that decides on the as-of day, "the last" the one begun before it.
with taught as (
  select s.person_id, count(*) as classes, max(a.held_on) as last_class_on
  from serving_at s
  join trainings_attended a
    on a.person_id = s.person_id and a.held_on between s.started_on and last_day(cast($as_of as date))
  group by s.person_id
),
used as (
  select a.person_id, count(*) as platform_uses
  from activities a
  join officer_spells o
    on o.person_id = a.person_id and a.acted_on between o.from_on and o.to_on and o.is_serving
  where a.kind = '平台使用'
    and in_window(a.acted_on, $as_of)
  group by a.person_id
),
facts as (
  select
    s.*, coalesce(x.doc_no, x.certificate_no) as document_no, coalesce(c.classes, 0) as classes,
    c.last_class_on, r.account, coalesce(r.is_in_group, false) as is_in_group,
    coalesce(u.platform_uses, 0) as platform_uses, coalesce(y.acts, 0) as acts,
    list_filter(
      list_zip($version_names, $versions_from, $versions_to), lambda v: s.started_on between v[2] and v[3]
    )[1][1] as regulation_version,
    e.assessed_on, e.grade, coalesce(e.is_past_a_term, false) as is_past_a_term
  from serving_at s
  left join terms x on x.content_id = s.term_key
  left join taught c on c.person_id = s.person_id
  left join roster_at r on r.person_id = s.person_id
  left join used u on u.person_id = s.person_id
  left join tally_at y on y.person_id = s.person_id
  left join assessed_at e on e.person_id = s.person_id
),
lit as (
  select
    f.* exclude (term_key),
    case when document_no is not null then 'on' else 'off' end as document,
    case when classes >= 1 then 'on' else 'off' end as training,
    case when account is not null or is_in_group or platform_uses >= 1 then 'on' else 'off' end as platform,
    case when acts >= 1 then 'on' else 'off' end as archive,
    case when regulation_version is not null then 'on' else 'off' end as regulation,
    case when assessed_on is not null then 'on' when is_past_a_term then 'off' else 'grey' end as assessment
  from facts f
)
select *, 'off' not in (document, training, platform, archive, regulation, assessment) as is_complete
from lit
order by unit nulls last, name_sort, person_id
