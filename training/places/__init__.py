"""Learns how to tell which place a name means: `python -m places.train` writes world/resolution.toml."""
