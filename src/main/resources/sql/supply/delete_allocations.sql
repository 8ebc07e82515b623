-- Takes away what the lines held; what they hold now is written anew.
delete from allocation where line_id = any(:lines)
