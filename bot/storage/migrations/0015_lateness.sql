-- How many minutes late a visitor has said to be; 0 where no number was said, null where nobody said so.
alter table booking add column late integer constraint late_is_minutes_of_one_day check (late between 0 and 1440);
