"""What two teachers of one class each have, brought together."""
