"""What people keep elsewhere -> decisions and claims: other desks' decisions, hand-kept tables."""
