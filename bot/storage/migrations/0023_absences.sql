-- The days on which a librarian is not there, and how many a centre receives at once on some days.
create table absence (
    id integer primary key autoincrement,
    channel text not null,
    person integer not null,
    first_day text not null,
    last_day text not null,
    made_at text not null,
    constraint absence_ends_after_it_begins check (first_day <= last_day)
) strict;

create index absence_by_person on absence (channel, person, last_day);

-- Either another number of desks, or one fewer because somebody is absent.
create table capacity_change (
    id integer primary key autoincrement,
    centre text not null,
    first_day text not null,
    last_day text not null,
    desks integer,
    absence integer,
    channel text,
    made_by integer,
    made_at text not null,
    constraint change_ends_after_it_begins check (first_day <= last_day),
    constraint change_sets_desks_or_is_of_an_absence check ((desks is null) <> (absence is null)),
    constraint change_is_made_by_a_whole_address check ((channel is null) = (made_by is null))
) strict;

create index capacity_change_by_centre on capacity_change (centre, last_day);

create trigger absence_goes_whole after delete on absence
begin
    delete from capacity_change where absence = old.id;
end;

create trigger absence_days_change_whole after update of first_day, last_day on absence
begin
    update capacity_change set first_day = new.first_day, last_day = new.last_day where absence = new.id;
end;

-- Who works at a centre no more leaves no desk of it empty.
create trigger librarian_takes_absences_along after delete on librarian
begin
    delete from capacity_change where centre = old.centre and absence in
        (select id from absence where channel = old.channel and person = old.person);
end;
