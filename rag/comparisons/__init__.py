"""What is compared between a sentence and the quote that should prove it: a file for each kind of difference."""
