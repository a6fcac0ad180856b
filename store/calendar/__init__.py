"""The school year from a file or from the public calendar of a region."""
