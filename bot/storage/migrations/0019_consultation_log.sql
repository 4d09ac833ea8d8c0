-- Help given without a booking, as a librarian wrote it down: so many people on a day of a centre.
create table consultation_entry (
    id integer primary key autoincrement,
    centre text not null,
    day text not null, -- of the centre
    kind text not null constraint kind_of_help_is_known check (kind in ('walk_in', 'phone')),
    topic text, -- null: nobody has said with what
    outcome text,
    people integer not null constraint somebody_was_helped check (people between 1 and 200),
    minutes integer,
    is_from_sheet integer not null constraint is_from_sheet_is_yes_or_no check (is_from_sheet in (0, 1)),
    channel text,
    author integer,
    made_at text not null,
    struck_at text,
    constraint author_is_a_whole_address check ((channel is null) = (author is null))
) strict;
create index consultation_entry_of_day on consultation_entry (centre, day) where struck_at is null;

-- Each of the people is a row of the figures; struck, the rows stay with the state 'struck' and leave the sums.
alter table contact add column entry integer;
create index contact_of_entry on contact (entry) where entry is not null;

-- The hour of help written down afterwards is not known: it is summed as the hour -1, which is no hour of any day.
alter table contact add column is_timed integer not null default 1
    constraint is_timed_is_yes_or_no check (is_timed in (0, 1));

drop trigger contact_is_summed_by_the_hour;
create trigger contact_is_summed_by_the_hour after insert on contact
when new.kind in ('answer', 'read', 'centre_found', 'reply') or (new.kind = 'consultation' and new.state = 'arrived')
begin
    insert into hour_sum
    select
        place, new.day, iif(new.is_timed, new.hour, -1),
        case when new.kind in ('reply', 'consultation') then new.kind else 'automatic' end, 1
    from (select '' as place union all select new.centre where new.centre is not null) where true
    on conflict do update set n = n + 1;
end;

drop trigger changed_contact_is_summed;
create trigger changed_contact_is_summed after update of
    day, hour, topic, state, outcome, minutes, lead_days, rating on contact
begin
    insert into span_sum
    select
        substr(day, 1, width), coalesce(centre, ''), kind, channel, coalesce(topic, ''), coalesce(state, ''),
        coalesce(outcome, ''), coalesce(detail, ''), sign, sign * coalesce(minutes, 0), sign * coalesce(lead_days, 0),
        sign * (rating is not null), sign * coalesce(rating, 0)
    from (
        select
            -1 as sign, old.day as day, old.centre as centre, old.kind as kind, old.channel as channel,
            old.topic as topic, old.state as state, old.outcome as outcome, old.detail as detail,
            old.minutes as minutes, old.lead_days as lead_days, old.rating as rating
        union all
        select
            1, new.day, new.centre, new.kind, new.channel, new.topic, new.state, new.outcome, new.detail,
            new.minutes, new.lead_days, new.rating
    ), (select 10 as width union all select 7) where true
    on conflict do update set
        n = n + excluded.n, minutes = minutes + excluded.minutes, lead_days = lead_days + excluded.lead_days,
        ratings = ratings + excluded.ratings, rating = rating + excluded.rating;

    insert into hour_sum
    select place, day, iif(new.is_timed, hour, -1), 'consultation', sign
    from (
        select -1 as sign, old.day as day, old.hour as hour, old.state as state
        union all select 1, new.day, new.hour, new.state
    ),
        (select '' as place union all select old.centre where old.centre is not null)
    where new.kind = 'consultation' and state = 'arrived'
    on conflict do update set n = n + excluded.n;

    insert into presence
    select substr(day, 1, width), place, new.person, sign
    from (
        select -1 as sign, old.day as day, old.state as state
        union all select 1, new.day, new.state
    ),
        (select 10 as width union all select 7 union all select 4),
        (select '' as place union all select old.centre where old.centre is not null)
    where new.person is not null and new.kind = 'consultation' and state = 'arrived'
    on conflict do update set times = times + excluded.times;

    delete from presence
    where person = old.person and times = 0 and centre in ('', coalesce(old.centre, ''))
        and span in (old.day, substr(old.day, 1, 7), substr(old.day, 1, 4));
end;

-- A walk-in written down by mistake was told as a cancelled visit: it never was one.
update contact set state = 'struck'
where kind = 'consultation' and channel = 'walk_in' and state = 'cancelled';
