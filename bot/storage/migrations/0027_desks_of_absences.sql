-- How many desks absences leave empty follows from who is away on each day; only whether they leave one is kept.
drop trigger absence_goes_whole;
drop trigger absence_days_change_whole;
drop trigger librarian_takes_absences_along;

alter table absence add column keeps_desks integer not null default 0
    constraint keeps_desks_is_yes_or_no check (keeps_desks in (0, 1));

-- Absences that took no desk away go on taking none.
update absence set keeps_desks = 1
    where not exists (select 1 from capacity_change where capacity_change.absence = absence.id);

-- Another number of desks for some days.
create table desks_of_days (
    id integer primary key autoincrement,
    centre text not null,
    first_day text not null,
    last_day text not null,
    desks integer not null,
    channel text,
    made_by integer,
    made_at text not null,
    constraint change_ends_after_it_begins check (first_day <= last_day),
    constraint change_is_made_by_a_whole_address check ((channel is null) = (made_by is null))
) strict;

insert into desks_of_days (id, centre, first_day, last_day, desks, channel, made_by, made_at)
    select id, centre, first_day, last_day, desks, channel, made_by, made_at from capacity_change
    where desks is not null;

-- Numbers that old buttons carry are not given again.
delete from sqlite_sequence where name = 'desks_of_days';
insert into sqlite_sequence (name, seq)
    select 'desks_of_days', seq from sqlite_sequence where name = 'capacity_change';

drop table capacity_change;
alter table desks_of_days rename to capacity_change;

create index capacity_change_by_centre on capacity_change (centre, last_day);
