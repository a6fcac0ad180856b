"""Out of the program: words for records, summaries, files. Knows no screen."""
