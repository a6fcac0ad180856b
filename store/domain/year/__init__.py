"""What reaches from one talk into the rest of the year: a plan, what became of it, what goes along."""
