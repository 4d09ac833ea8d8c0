-- Who of those who work here did what, for thirty days: no citizen's name, no words.
create table audit_entry (
    id integer primary key autoincrement,
    at text not null,
    channel text,
    person integer,
    deed text not null,
    centre text not null,
    number integer not null,
    day text,
    constraint person_is_a_whole_address check ((channel is null) = (person is null))
) strict;
create index audit_entry_by_time on audit_entry (at);
