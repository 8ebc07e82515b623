-- Which of these locations there are.
select code, kind from location where code = any(:codes)
