"""What people look at: plain data, no HTML."""
