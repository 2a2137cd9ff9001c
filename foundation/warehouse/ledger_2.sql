-- A ledger of version 1 learns which files correct which, and in which folder they lay.
alter table files add column folder text;
alter table files add column corrects text;
alter table files add column saved_at text;
