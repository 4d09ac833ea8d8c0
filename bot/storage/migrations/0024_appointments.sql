-- District admins and methodists, and the links by which they take their roles; of a secret only its hash is kept.
create table appointment (
    id integer primary key autoincrement,
    channel text not null,
    person integer not null,
    name text not null,
    role text not null constraint appointed_role_is_known check (role in ('district', 'methodist')),
    district text not null,
    since text not null,
    constraint once_in_a_role unique (channel, person, role, district),
    constraint district_admin_has_a_district check ((role = 'district') = (district <> ''))
) strict;

create table role_offer (
    hash text primary key,
    role text not null constraint offered_role_is_known check (role in ('district', 'methodist')),
    district text not null,
    channel text not null,
    made_by integer not null,
    expires_at text not null,
    used_at text
) strict, without rowid;
