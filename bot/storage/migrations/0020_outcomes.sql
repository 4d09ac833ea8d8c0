-- The outcomes of consultations are those of data/outcomes.yaml, which the region edits: no list of them stands here.
alter table booking add column outcome_marked text;
update booking set outcome_marked = outcome where outcome is not null;
alter table booking drop column outcome;
alter table booking rename column outcome_marked to outcome;
