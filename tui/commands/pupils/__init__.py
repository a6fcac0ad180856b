"""Which pupil is meant, and where one may be."""
