-- People as the figures know them: a keyed hash each. Forgetting somebody changes the name in this one row.
create table pseudonym (
    id integer primary key,
    name text not null constraint one_row_a_person unique,
    since text not null -- the day of the first contact
) strict;
create index pseudonym_by_age on pseudonym (since);

insert into pseudonym (name, since) select person, min(date(at, '+3 hours')) from contact group by person;

alter table contact rename to contact_before;
drop index contact_by_time;

-- One row a contact. A booking has two: 'booking' on the day it was made, 'consultation' on the day of the visit.
create table contact (
    id integer primary key,
    at text not null, -- UTC
    day text not null, -- of the region, as all days and hours of the figures
    hour integer not null constraint hour_is_of_a_day check (hour between 0 and 23),
    channel text not null,
    kind text not null,
    person integer references pseudonym (id), -- nobody is known where a librarian wrote the visit down
    first integer constraint first_is_yes_or_no check (first in (0, 1)), -- whether the person was new
    centre text,
    topic text,
    article text,
    detail text,
    state text, -- of a consultation, as that of its booking
    outcome text,
    minutes integer,
    lead_days integer,
    rating integer constraint rating_is_one_to_five check (rating between 1 and 5),
    booking integer
) strict;
create index contact_by_day on contact (day);
create unique index one_row_a_booking_and_kind on contact (booking, kind) where booking is not null;

-- Sums that the triggers below keep, so a year is read from a few thousand rows. The rows themselves may then go: there is
-- no trigger on delete. A span is a month ('2026-11') or a day ('2026-11-24'); '' stands where a contact says nothing.
create table span_sum (
    span text not null,
    centre text not null,
    kind text not null,
    channel text not null,
    topic text not null,
    state text not null,
    outcome text not null,
    detail text not null,
    n integer not null,
    minutes integer not null,
    lead_days integer not null,
    ratings integer not null,
    rating integer not null,
    primary key (span, centre, kind, channel, topic, state, outcome, detail)
) strict, without rowid;

-- Requests done, by the hour: automatic, reply (of a librarian), consultation; centre '' is the whole region.
create table hour_sum (
    centre text not null,
    day text not null,
    hour integer not null,
    work text not null,
    n integer not null,
    primary key (centre, day, hour, work)
) strict, without rowid;

-- How often an article was shown, and what the last opinions of the day on it were.
create table article_sum (
    span text not null,
    article text not null,
    shown integer not null default 0,
    helped integer not null default 0,
    not_helped integer not null default 0,
    primary key (span, article)
) strict, without rowid;

-- Who was in touch in a year, month or day, and how many contacts say so; centre '' is the whole region.
create table presence (
    span text not null,
    centre text not null,
    person integer not null,
    times integer not null,
    primary key (span, centre, person)
) strict, without rowid;

-- Rows of days before this one are gone into the sums: nothing of such a day is written any more.
create table figures_closed (
    one integer primary key constraint figures_are_closed_once check (one = 1),
    before text not null
) strict;
insert into figures_closed (one, before) values (1, '');

create trigger contact_is_summed after insert on contact
begin
    insert into span_sum
    select
        span, coalesce(new.centre, ''), new.kind, new.channel, coalesce(new.topic, ''), coalesce(new.state, ''),
        coalesce(new.outcome, ''), coalesce(new.detail, ''), 1, coalesce(new.minutes, 0), coalesce(new.lead_days, 0),
        new.rating is not null, coalesce(new.rating, 0)
    from (select new.day as span union all select substr(new.day, 1, 7)) where true
    on conflict do update set
        n = n + 1, minutes = minutes + excluded.minutes, lead_days = lead_days + excluded.lead_days,
        ratings = ratings + excluded.ratings, rating = rating + excluded.rating;
end;

create trigger contact_is_summed_by_the_hour after insert on contact
when new.kind in ('answer', 'read', 'centre_found', 'reply') or (new.kind = 'consultation' and new.state = 'arrived')
begin
    insert into hour_sum
    select
        place, new.day, new.hour, case when new.kind in ('reply', 'consultation') then new.kind else 'automatic' end, 1
    from (select '' as place union all select new.centre where new.centre is not null) where true
    on conflict do update set n = n + 1;
end;

create trigger contact_is_summed_by_article after insert on contact
when new.kind in ('answer', 'read') and new.article is not null
begin
    insert into article_sum (span, article, shown)
    select span, new.article, 1 from (select new.day as span union all select substr(new.day, 1, 7)) where true
    on conflict do update set shown = shown + 1;
end;

create trigger contact_shows_a_person after insert on contact
when new.person is not null and (new.kind <> 'consultation' or new.state = 'arrived')
begin
    insert into presence
    select span, centre, new.person, 1
    from (select new.day as span union all select substr(new.day, 1, 7) union all select substr(new.day, 1, 4)),
        (select '' as centre union all select new.centre where new.centre is not null)
    where true
    on conflict do update set times = times + 1;
end;

-- A booking moved, marked, rated, cancelled: the former row is taken out of the sums, the present one put in.
-- Its centre and its person stay.
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
    select place, day, hour, 'consultation', sign
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

create trigger opinion_is_summed after insert on opinion
begin
    insert into article_sum (span, article, helped, not_helped)
    select span, new.article, new.helped, 1 - new.helped
    from (select new.day as span union all select substr(new.day, 1, 7)) where true
    on conflict do update set helped = helped + excluded.helped, not_helped = not_helped + excluded.not_helped;
end;

create trigger changed_opinion_is_summed after update of helped on opinion
begin
    update article_sum set
        helped = helped + new.helped - old.helped, not_helped = not_helped + old.helped - new.helped
    where span in (new.day, substr(new.day, 1, 7)) and article = new.article;
end;

-- What was counted before these sums were kept; the first house stands three hours ahead of UTC.
insert into contact (at, day, hour, channel, kind, person, article, detail)
select
    at, date(at, '+3 hours'), cast(strftime('%H', at, '+3 hours') as integer), channel, kind,
    (select id from pseudonym where name = contact_before.person), article, detail
from contact_before order by id;
drop table contact_before;

insert into article_sum (span, article, helped, not_helped)
select substr(day, 1, width), article, sum(helped), sum(1 - helped)
from opinion, (select 10 as width union all select 7) group by substr(day, 1, width), article
on conflict do update set helped = excluded.helped, not_helped = excluded.not_helped;
