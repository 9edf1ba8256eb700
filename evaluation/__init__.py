"""Evaluation: named sets read through sayso's public API and scored by the scorer that lies beside the data."""
