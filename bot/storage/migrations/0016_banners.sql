-- Important messages: shown above the answers they concern until a named moment.
create table banner (
    id integer primary key,
    text text not null,
    until text not null, -- UTC
    scope text not null, -- all, portal or the id of a topic
    state text not null default 'draft' constraint known_state
        check (state in ('draft', 'shown', 'removed', 'replaced')),
    at text not null, -- written; where it is shown, since when
    channel text,
    author integer,
    name text not null default '', -- of the author as the messenger shows it, for the other admins
    removed_channel text,
    removed_by integer,
    removed_at text
) strict;

create unique index one_banner_above_the_same_answers on banner (scope) where state = 'shown';
