-- What a deed was done with, where that is an answer or a data file.
alter table audit_entry add column subject text not null default '';
