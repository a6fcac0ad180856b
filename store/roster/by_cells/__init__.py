"""Know a column by what stands in it, where its header says nothing, or another thing."""
