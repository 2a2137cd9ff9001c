-- Macros that every snapshot holds, for the queries; models do without (they are to be read by Spark as well).

-- name: in_window
-- Whether a day lies in W, the twelve months that end with the as-of month; a month, by its first day.
create or replace macro in_window(on_day, as_of) as
  on_day between cast(as_of as date) - interval 11 month and last_day(cast(as_of as date))
