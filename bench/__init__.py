"""What is measured, and against whom. `make bench`, or `make bench ONLY=reading`."""
