-- Waits for facts about these locations that are being written, and keeps others out until commit.
select code from location where code = any(:locations) order by code for no key update
