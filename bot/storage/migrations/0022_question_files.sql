-- Photos and files that go with a question or what was said after it: only where they stand is kept, until they are told.
create table question_file (
    id integer primary key autoincrement,
    question integer not null,
    entry integer,
    chat integer not null,
    message text not null
) strict;

create index file_by_question on question_file (question, id);

create trigger files_go_with_question after delete on question
begin
    delete from question_file where question = old.id;
end;

-- Once a question is answered or closed, what came with it is kept no longer.
create trigger files_are_kept_until_answered after update of state on question
when new.state in ('answered', 'closed')
begin
    delete from question_file where question = new.id and (entry is null or entry in (select id from question_entry where question = new.id and kind = 'addition'));
end;
