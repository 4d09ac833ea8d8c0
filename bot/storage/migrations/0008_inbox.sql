-- Updates that were confirmed to the messenger and are not handled yet. Once handled, the key and the moment alone are
-- kept for two days, so that an update delivered again is recognised.
create table inbox (
    channel text not null,
    key text not null, -- the messenger's own number of the update
    number integer, -- the place in the order of arrival
    lane text, -- the chat: its updates are handled in order
    sender text, -- the person, for erasing
    raw text, -- JSON
    handled_at text,
    primary key (channel, key),
    constraint either_waiting_or_without_words check (
        (handled_at is null and number is not null and lane is not null and sender is not null and raw is not null)
        or (handled_at is not null and number is null and lane is null and sender is null and raw is null)
    )
) strict, without rowid;
create index inbox_waiting on inbox (channel, lane, number) where handled_at is null;
create index inbox_sender on inbox (channel, sender) where handled_at is null;
create index inbox_handled on inbox (handled_at) where handled_at is not null;

-- Answers owed to a chat are said in their order.
create index outbox_answers on outbox (channel, recipient, id) where state = 'waiting' and kind = 'answer';
