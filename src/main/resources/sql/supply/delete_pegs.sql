-- Takes away what was promised to the lines; what is promised now is written anew.
delete from peg where line_id = any(:lines)
