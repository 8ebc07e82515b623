-- Drops everything; the migrations make it again.
drop schema public cascade;
create schema public;
