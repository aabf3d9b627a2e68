"""What the committee and Control Interno do, one module per noun."""
