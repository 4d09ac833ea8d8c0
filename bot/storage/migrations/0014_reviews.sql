-- Who reads, has put off or has confirmed which answer or card: several admins review at once.
create table review (
    kind text not null constraint known_kind check (kind in ('article', 'centre')),
    subject text not null, -- the id of the article or of the centre
    channel text not null,
    person integer not null,
    name text not null, -- as the messenger shows it, for the other admins
    step text not null constraint known_step check (step in ('reading', 'later', 'right')),
    at text not null,
    primary key (kind, subject, channel, person)
) strict, without rowid;
