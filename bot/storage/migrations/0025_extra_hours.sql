-- Consultation hours on one day more, besides those of every week.
create table extra_hours (
    id integer primary key autoincrement,
    centre text not null,
    starts_at text not null,
    ends_at text not null,
    channel text,
    opened_by integer,
    opened_at text not null,
    constraint extra_hours_end_after_they_begin check (starts_at < ends_at),
    constraint extra_hours_are_opened_by_a_whole_address check ((channel is null) = (opened_by is null))
) strict;

create index extra_hours_by_centre on extra_hours (centre, ends_at);
