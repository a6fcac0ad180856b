"""Small parts of screens: values in, past-tense messages out."""
