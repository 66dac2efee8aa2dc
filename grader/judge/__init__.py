"""What we conclude from evidence: pure functions that neither run student code nor read or write anything."""
