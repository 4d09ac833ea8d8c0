-- The day of checking that a confirmation has replaced: only what stood before one's own check is brought back.
alter table review add column former text;
