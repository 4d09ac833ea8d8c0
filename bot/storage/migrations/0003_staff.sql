-- Who works at which centre; admins are those of the settings.
create table librarian (
    id integer primary key autoincrement,
    channel text not null,
    person integer not null,
    name text not null,
    centre text not null,
    role text not null constraint role_is_known check (role in ('librarian')),
    since text not null,
    constraint once_at_a_centre unique (channel, person, centre)
) strict;

-- Links for librarians to be; the secret in the link is not kept, only its hash.
create table invitation (
    hash text primary key,
    centre text not null,
    role text not null constraint role_is_known check (role in ('librarian')),
    channel text not null,
    made_by integer not null,
    expires_at text not null,
    used_at text
) strict, without rowid;

-- What librarians found wrong on a card; the author is empty after he was forgotten.
create table centre_change (
    id integer primary key autoincrement,
    centre text not null,
    part text not null,
    words text not null,
    fields text not null,
    channel text,
    author integer,
    at text not null,
    stage text not null default 'draft'
        constraint stage_is_known check (stage in ('draft', 'sent', 'taken', 'refused')),
    decided_by integer,
    decided_at text
) strict;
create index centre_change_by_time on centre_change (at);
