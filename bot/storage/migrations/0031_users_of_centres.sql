-- Who has only asked a question of a centre is no user of it yet: whom somebody there has answered is.
drop trigger contact_shows_a_person;
create trigger contact_shows_a_person after insert on contact
when new.person is not null and (new.kind <> 'consultation' or new.state = 'arrived')
begin
    insert into presence
    select span, centre, new.person, 1
    from (select new.day as span union all select substr(new.day, 1, 7) union all select substr(new.day, 1, 4)),
        (select '' as centre union all select new.centre where new.centre is not null and new.kind <> 'question')
    where true
    on conflict do update set times = times + 1;
end;

update presence set times = times - (
    select count(*) from contact
    where kind = 'question' and contact.centre = presence.centre and contact.person = presence.person
        and span in (day, substr(day, 1, 7), substr(day, 1, 4))
) where centre <> '';
delete from presence where centre <> '' and times <= 0;
