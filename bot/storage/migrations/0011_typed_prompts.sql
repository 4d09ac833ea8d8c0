-- What is asked is one row a conversation: the step by name, its values as JSON, the message that asked.
alter table awaited add column step text not null default '';
alter table awaited add column message text not null default '';

-- What citizens were asked, and the words for them, are carried over; what staff were asked lived an hour and is dropped.
create temporary table carried as
select rowid_free.*,
       substr(body, 1, instr(body || char(10), char(10)) - 1) as head,
       substr(body, instr(body || char(10), char(10)) + 1) as tail
  from (
    select channel, person, chat, what, expires_at, what as kind, context as body
      from awaited where what not in ('left', 'choice', 'notice', 'draft')
    union all
    select channel, person, chat, what, expires_at,
           substr(context, 1, instr(context || char(10), char(10)) - 1),
           substr(context, instr(context || char(10), char(10)) + 1)
      from awaited where what = 'left'
  ) as rowid_free;

delete from awaited where what not in ('choice', 'notice', 'draft');

insert or replace into awaited (channel, person, chat, what, expires_at, step, context)
select channel, person, chat, case what when 'left' then 'left' else 'prompt' end, expires_at,
       case kind when 'visit_place' then 'where' when 'called' then 'visitor' when 'reason' then 'cancel_reason'
                 else kind end,
       case kind
           when 'question' then json_array(head, cast(tail as integer))
           when 'answer' then json_array(cast(head as integer), cast(tail as integer))
           when 'place' then json_array()
           when 'visit_place' then json_array(head)
           when 'when' then json_array(head)
           when 'called' then json_array(head, substr(tail, 2), case substr(tail, 1, 1) when '1' then 1 else 0 end)
           when 'reason' then json_array(cast(head as integer))
           else json_array(
               cast(head as integer), nullif(substr(head, instr(head || ' ', ' ') + 1), '')
           )
       end
  from carried
 where kind in ('question', 'answer', 'place', 'visit_place', 'when', 'called', 'reason', 'other_time');

drop table carried;
