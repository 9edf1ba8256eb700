"""How sayso shows itself: the command line, pages, exports. Views call the desk and never a room."""
