"""What a person may type in the back office of the committee and of Control Interno."""
