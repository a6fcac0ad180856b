"""Words for records, in the language of a translator. What people typed is never interpreted."""
