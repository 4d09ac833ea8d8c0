-- One place held, or once held, for one visitor. All moments are UTC in ISO 8601 with «+00:00».
create table booking (
    id integer primary key autoincrement,
    code text not null,
    centre text not null,
    topic text not null,
    channel text,
    citizen integer,
    visitor text not null, -- '' is the citizen himself; otherwise the folded name of the one he books for
    called text not null,
    origin text not null constraint origin_is_known check (origin in ('chat', 'phone', 'walk_in')),
    starts_at text not null,
    ends_at text not null,
    free_at text not null, -- the end and the buffer after it
    desks integer not null constraint a_desk_is_needed check (desks > 0), -- of the centre, when the place was taken
    holds_desk integer not null default 1 constraint holds_desk_is_yes_or_no check (holds_desk in (0, 1)),
    state text not null constraint booking_state_is_known check (
        state in ('offered', 'booked', 'arrived', 'no_show', 'cancelled', 'displaced', 'lapsed')
    ),
    made_at text not null,
    revision integer not null default 0,
    expires_at text,
    confirmed integer not null default 0 constraint confirmed_is_yes_or_no check (confirmed in (0, 1)),
    called_up integer not null default 0 constraint called_up_is_yes_or_no check (called_up in (0, 1)),
    reason text,
    outcome text constraint outcome_is_known check (
        outcome in ('account_confirmed', 'access_restored', 'service_ordered', 'sent_to_mfc', 'not_solved')
    ),
    rating integer constraint rating_is_one_to_five check (rating between 1 and 5),
    constraint citizen_is_a_whole_address check ((channel is null) = (citizen is null)),
    constraint visit_takes_time check (starts_at < ends_at and ends_at <= free_at),
    -- The triggers look back so far for visits that are still going on.
    constraint visit_ends_within_six_hours check (julianday(free_at) - julianday(starts_at) <= 0.25),
    constraint offer_has_an_end check (state <> 'offered' or expires_at is not null)
) strict;
create index booking_holding on booking (centre, starts_at, free_at) where state in ('offered', 'booked', 'arrived');
create index booking_at_centre on booking (centre, starts_at);
create index booking_of_citizen on booking (channel, citizen, starts_at) where citizen is not null;
create index booking_offered on booking (expires_at) where state = 'offered';
create index booking_displaced on booking (centre, starts_at) where state = 'displaced';
create index booking_by_age on booking (ends_at) where called <> '';
create unique index code_is_one_live_booking on booking (centre, code) where state in ('offered', 'booked');

-- A desk is free when at no moment of the visit (and its buffer) as many places are held as there are desks.
create trigger desk_is_free_for_a_new_place before insert on booking
when new.holds_desk = 1 and new.state in ('offered', 'booked', 'arrived')
begin
    select raise(abort, 'no desk is free') where exists (
        with there as (
            select starts_at, free_at from booking
            where centre = new.centre and state in ('offered', 'booked', 'arrived') and holds_desk = 1
                and starts_at < new.free_at and free_at > new.starts_at
                and starts_at > strftime('%Y-%m-%dT%H:%M:%S+00:00', new.starts_at, '-6 hours', '-1 second')
        )
        select 1 from (
            select new.starts_at as at where (select count(*) from there) >= new.desks
            union all
            select starts_at from there where starts_at > new.starts_at and (select count(*) from there) >= new.desks
        ) where (select count(*) from there where starts_at <= at and free_at > at) >= new.desks
    );
end;

create trigger desk_is_free_for_a_changed_place before update on booking
when new.holds_desk = 1 and new.state in ('offered', 'booked', 'arrived') and (
    old.holds_desk = 0 or old.state not in ('offered', 'booked', 'arrived')
    or old.starts_at <> new.starts_at or old.free_at <> new.free_at or old.centre <> new.centre
)
begin
    select raise(abort, 'no desk is free') where exists (
        with there as (
            select starts_at, free_at from booking
            where centre = new.centre and state in ('offered', 'booked', 'arrived') and holds_desk = 1 and id <> new.id
                and starts_at < new.free_at and free_at > new.starts_at
                and starts_at > strftime('%Y-%m-%dT%H:%M:%S+00:00', new.starts_at, '-6 hours', '-1 second')
        )
        select 1 from (
            select new.starts_at as at where (select count(*) from there) >= new.desks
            union all
            select starts_at from there where starts_at > new.starts_at and (select count(*) from there) >= new.desks
        ) where (select count(*) from there where starts_at <= at and free_at > at) >= new.desks
    );
end;

-- Nobody is in two places at once.
create trigger visitor_is_free_for_a_new_visit before insert on booking
when new.state = 'booked' and new.citizen is not null
begin
    select raise(abort, 'the visitor is booked elsewhere') where exists (
        select 1 from booking
        where channel = new.channel and citizen = new.citizen and visitor = new.visitor and state = 'booked'
            and starts_at < new.ends_at and ends_at > new.starts_at
    );
end;

create trigger visitor_is_free_for_a_changed_visit before update on booking
when new.state = 'booked' and new.citizen is not null and (
    old.state <> 'booked' or old.starts_at <> new.starts_at or old.ends_at <> new.ends_at
)
begin
    select raise(abort, 'the visitor is booked elsewhere') where exists (
        select 1 from booking
        where channel = new.channel and citizen = new.citizen and visitor = new.visitor and state = 'booked'
            and starts_at < new.ends_at and ends_at > new.starts_at and id <> new.id
    );
end;

-- Who waits for a place to become free at a centre on a day of the centre.
create table place_in_line (
    id integer primary key autoincrement,
    channel text not null,
    citizen integer not null,
    visitor text not null,
    called text not null,
    centre text not null,
    topic text not null,
    day text not null,
    joined_at text not null,
    state text not null constraint line_state_is_known check (
        state in ('waiting', 'offered', 'served', 'passed', 'left')
    ),
    offer integer references booking (id)
) strict;
create index line_of_day on place_in_line (centre, day, id) where state = 'waiting';
create index line_of_citizen on place_in_line (channel, citizen);
create unique index one_place_in_line_a_visitor on place_in_line (channel, citizen, visitor, centre, day)
where state in ('waiting', 'offered');
create unique index one_place_in_line_an_offer on place_in_line (offer) where offer is not null;

-- Hours taken away from a centre's timetable.
create table closure (
    id integer primary key autoincrement,
    centre text not null,
    starts_at text not null,
    ends_at text not null,
    reason text,
    channel text not null,
    closed_by integer not null,
    closed_at text not null,
    constraint closure_takes_time check (starts_at < ends_at)
) strict;
create index closure_of_centre on closure (centre, ends_at);
