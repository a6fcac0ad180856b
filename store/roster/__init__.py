"""Read class lists and timetables: a file becomes a roster, and a roster is merged into what is stored.

A pattern that few files ask for is a text, which `re` compiles for whoever asks first and then keeps: of all
there are, most are for other lists than the one that is read.
"""
