"""The model and the made site in, what would disappoint a visitor out."""
