-- What a person wants otherwise, and whether messages still reach him.
create table person (
    channel text not null,
    id integer not null,
    reading_aloud integer not null default 0 constraint reading_aloud_is_yes_or_no check (reading_aloud in (0, 1)),
    unreachable_since text,
    primary key (channel, id)
) strict, without rowid;

-- Free text that was asked for, and what typed numbers mean; both expire.
create table awaited (
    channel text not null,
    person integer not null,
    chat integer not null,
    what text not null,
    context text not null,
    expires_at text not null,
    primary key (channel, person, chat, what)
) strict, without rowid;
create index awaited_by_end on awaited (expires_at);

-- Questions handed to a librarian; the text is masked before it comes here.
create table question (
    id integer primary key autoincrement,
    channel text not null,
    citizen integer not null,
    text text not null,
    article text,
    asked_at text not null,
    answer text,
    answered_by integer,
    answered_at text
) strict;
create index question_by_citizen on question (channel, citizen);

-- Questions the FAQ could not answer, masked: the editors' list of work.
create table gap (
    text text primary key,
    decision text not null,
    times integer not null default 1,
    first_at text not null,
    last_at text not null
) strict, without rowid;

-- Everything owed to somebody else, or later.
create table outbox (
    id integer primary key autoincrement,
    channel text not null,
    recipient integer not null,
    kind text not null,
    payload text not null,
    dedupe_key text not null constraint promised_once unique,
    due_at text not null,
    good_until text,
    attempts integer not null default 0,
    leased_until text,
    state text not null default 'waiting'
        constraint state_is_known check (state in ('waiting', 'sent', 'outlived', 'unreachable', 'set_aside')),
    reason text,
    settled_at text
) strict;
create index outbox_due on outbox (due_at) where state = 'waiting';
create index outbox_settled on outbox (settled_at) where state <> 'waiting';

-- One row a contact, for the figures; nobody can be named from it.
create table contact (
    id integer primary key,
    at text not null,
    channel text not null,
    kind text not null,
    person text not null,
    article text,
    detail text
) strict;
create index contact_by_time on contact (at);

-- Whether an answer helped: one opinion a person, an answer and a day.
create table opinion (
    person text not null,
    article text not null,
    day text not null,
    helped integer not null constraint helped_is_yes_or_no check (helped in (0, 1)),
    primary key (person, article, day)
) strict, without rowid;

-- Updates that could not be read: the kind alone, never the words.
create table set_aside (
    update_id integer primary key,
    at text not null,
    kind text not null,
    reason text not null
) strict;
