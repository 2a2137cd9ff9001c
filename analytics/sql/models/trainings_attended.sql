-- model: trainings_attended
-- grain: one class that one person attended
-- needs: filed_acts
select f.act_key, f.person_id, f.acted_on as held_on, f.act_title as title, f.load_id, f.file, f.sheet, f.row_number
from filed_acts f
where f.act_source = 'attendances' and f.person_id is not null and f.acted_on is not null
