-- 0027 forgot at first how far the numbers of changes had come: old buttons carry them, they are not given again.
insert into sqlite_sequence (name, seq) select 'capacity_change', 0
    where not exists (select 1 from sqlite_sequence where name = 'capacity_change');

update sqlite_sequence set seq = max(seq, 1000) where name = 'capacity_change';
