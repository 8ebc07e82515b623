-- Facts about stock share the location's lock, so that the start of a full inventory waits for them and they for it.
select code from location where code = any(:locations) order by code for share
