-- Which librarian of the centre has said that he receives the visitor; empty as long as nobody has.
alter table booking add column taken_channel text;
alter table booking add column taken_by integer
    constraint taker_is_a_whole_address check ((taken_channel is null) = (taken_by is null));
create index booking_taken_on on booking (taken_channel, taken_by) where taken_by is not null;
