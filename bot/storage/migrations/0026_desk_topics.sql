-- The topic of the forum in which a group was linked to its centre; null is the general one, and every other group.
alter table desk_chat add column topic integer;
