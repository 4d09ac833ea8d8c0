-- Whether citizens' questions reach a librarian just now.
alter table librarian add column on_duty integer not null default 1
    constraint on_duty_is_yes_or_no check (on_duty in (0, 1));

-- A group chat in which the librarians of a centre hear of its bookings; it may be the desk of several centres.
create table desk_chat (
    centre text primary key,
    channel text not null,
    chat integer not null constraint a_desk_is_a_group check (chat < 0),
    title text not null,
    linked_at text not null
) strict, without rowid;
create index desk_chat_by_chat on desk_chat (channel, chat);
