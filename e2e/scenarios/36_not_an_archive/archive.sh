echo 'This is no archive at all, it is a letter.' >archive
