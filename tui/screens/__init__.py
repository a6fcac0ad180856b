"""One screen a file, in a room by what it is for; its styles stand beside it."""
