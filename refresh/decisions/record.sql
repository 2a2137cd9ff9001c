-- name: questions
-- Pairs first, then the references with the most rows waiting.
select *
from questions
order by kind not in ('duplicate', 'namesakes', 'repeat'), kind, row_count desc, question_id

-- name: persons
select person_id, name, org from persons order by name_sort, person_id
