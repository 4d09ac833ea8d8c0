-- Who answered a question and who decided an edit are whole addresses, so that each can be erased on request.
alter table question add column answered_channel text;
update question set answered_channel = channel where answered_by is not null;
alter table centre_change add column decided_channel text;
update centre_change set decided_channel = coalesce(channel, 'telegram') where decided_by is not null;

-- A question the FAQ could not answer is somebody's words: under the pseudonym of who asked, they can be erased.
alter table gap rename to gap_before;
create table gap (
    text text not null,
    person text not null default '', -- the pseudonym; '' where nobody knew it
    decision text not null,
    times integer not null default 1,
    first_at text not null,
    last_at text not null,
    primary key (text, person)
) strict, without rowid;
create index gap_of_person on gap (person) where person <> '';
insert into gap (text, decision, times, first_at, last_at)
select text, decision, times, first_at, last_at from gap_before;
drop table gap_before;
