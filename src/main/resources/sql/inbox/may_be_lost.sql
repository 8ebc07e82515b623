-- The commit does not wait for the disk: what a crash of the database undoes is done again from the kept document.
set local synchronous_commit = off
