-- query: benchmark_rows
-- grain: a figure of another province, as the office entered it
select b.province, b.year, b.metric, b.value, b.source
from benchmarks b
order by b.metric, b.year desc, b.province
