-- A question is work: whose turn it is, how far it has gone in search of a reader, until when an answer is promised.
alter table question add column state text not null default 'new' constraint question_has_a_known_state check (state in ('new', 'taken', 'answered', 'waiting', 'closed'));
alter table question add column centre text;
alter table question add column step text not null default 'duty' constraint question_has_a_known_step check (step in ('centre', 'district', 'duty', 'admins'));
alter table question add column step_until text;
alter table question add column promised_at text;
alter table question add column round integer not null default 1;
alter table question add column taken_channel text;
alter table question add column taken_by integer;
alter table question add column taken_at text;
alter table question add column closed_at text;
alter table question add column closed_by text constraint question_is_closed_by_somebody check (closed_by in ('citizen', 'librarian', 'time') and state = 'closed' or closed_by is null and state <> 'closed');

update question set state = 'answered', taken_channel = answered_channel, taken_by = answered_by where answer is not null;

create index question_by_state on question (state, id);

-- What was said after the question: by the citizen, masked; by librarians. What is sent of it stands in the outbox.
create table question_entry (
    id integer primary key autoincrement,
    question integer not null,
    kind text not null constraint entry_has_a_known_kind check (kind in ('addition', 'answer', 'inquiry')),
    text text not null,
    at text not null,
    author_channel text,
    author integer,
    article text,
    corrected_at text
) strict;

create index entry_by_question on question_entry (question, id);

insert into question_entry (question, kind, text, at, author_channel, author)
select id, 'answer', answer, answered_at, answered_channel, answered_by from question where answer is not null order by id;

-- The messages of the bot that show a question or an entry, so that they can be answered to and changed.
create table question_copy (
    id integer primary key autoincrement,
    question integer not null,
    entry integer,
    channel text not null,
    person integer not null,
    message text not null,
    constraint message_shows_one_thing unique (channel, person, message)
) strict;

create index copy_by_question on question_copy (question, id);

create trigger question_goes_whole after delete on question
begin
    delete from question_entry where question = old.id;
    delete from question_copy where question = old.id;
end;
