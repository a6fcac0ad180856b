"""Read who the rows of a sheet are about."""
