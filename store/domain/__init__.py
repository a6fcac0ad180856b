"""The rules of the field. Pure: no clock, no files, no sentences, no Textual."""
