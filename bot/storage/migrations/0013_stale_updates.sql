-- An update too old to be answered is told from one that is not; null where it is no less true later, as membership is.
alter table inbox add column said_at text;
-- How often an update was begun anew after the process had ended in the middle of it.
alter table inbox add column begun integer not null default 0;
create index inbox_said on inbox (said_at) where handled_at is null;
create index inbox_number on inbox (number) where handled_at is null;

-- Updates set aside are keyed as the inbox is, and their size is kept: with the kind it tells enough without the words.
alter table set_aside rename to set_aside_before;
create table set_aside (
    channel text not null,
    key text not null, -- the messenger's own number of the update
    at text not null,
    kind text not null,
    size integer not null, -- bytes of JSON
    reason text not null,
    primary key (channel, key)
) strict, without rowid;
create index set_aside_by_age on set_aside (at);
insert into set_aside (channel, key, at, kind, size, reason)
select 'telegram', cast(update_id as text), at, kind, 0, reason from set_aside_before;
drop table set_aside_before;
