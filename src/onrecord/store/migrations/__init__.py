"""The steps from one schema of the record to the next."""
