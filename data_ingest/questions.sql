-- The table of what only a person can answer (questions.py).

-- name: table
create table questions (
    question_id varchar primary key,  -- the same at every rebuild
    kind varchar,                     -- duplicate, namesakes; person, demand, achievement, expert …: who or what is meant
    text varchar,                     -- as written; of a pair, the name
    sha256 varchar,                   -- the answer holds in this file alone; null: wherever the text stands
    file varchar,                     -- the first row that waits for the answer …
    sheet varchar,
    "table" varchar,
    column_name varchar,
    row_number bigint,
    row_count bigint,                 -- … and how many wait
    candidates varchar[],             -- person_id, or numbers of rows
    labels varchar[],                 -- 姓名（单位） of the candidates
    cities varchar[],
    reason_zh varchar,
    reason_en varchar
)

-- name: add
insert into questions select * from new_questions order by kind, text, question_id
