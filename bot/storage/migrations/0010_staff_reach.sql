-- When somebody who works here first wrote to the bot, or was first reached by it; empty: nobody knows that he can be.
alter table person add column heard_at text;

-- Whom the bot has reached within the month that settled notices are kept for, by what only those who work here get.
insert into person (channel, id, heard_at)
select channel, recipient, max(settled_at) from outbox
where state = 'sent' and recipient > 0 and settled_at is not null
and kind in ('question_came', 'change_came', 'consultation_hours_set', 'librarian_joined', 'copy_failed', 'room_low')
group by channel, recipient
on conflict (channel, id) do update set heard_at = excluded.heard_at;
