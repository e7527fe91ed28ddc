"""Each peer as its own documentation shows it, a file each; and Newsdesk, measured the same way. See `side_by_side`."""
