-- Which reminders of his visits a person wants: the evening before, two hours before.
alter table person add column reminder_eve integer not null default 1
    constraint reminder_eve_is_yes_or_no check (reminder_eve in (0, 1));
alter table person add column reminder_soon integer not null default 1
    constraint reminder_soon_is_yes_or_no check (reminder_soon in (0, 1));
