-- Which press or message has made what, so that a repeat of it is told from something new. Kept for a month.
create table request (
    channel text not null,
    person integer not null,
    update_key text not null, -- the update: delivered again it bears the same
    button text not null, -- one button of one message; empty for what was typed
    number integer not null, -- of the booking or the question that was made
    at text not null,
    constraint an_update_makes_one_thing primary key (channel, person, update_key)
) strict, without rowid;
create index request_by_button on request (channel, person, button, at) where button <> '';
create index request_by_age on request (at);
