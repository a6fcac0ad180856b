"""Tables for who sees more than one family: of a day or a year, with names or without, and of a school."""
