"""What was moved, how it was voted on, who took exception."""
