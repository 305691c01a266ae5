"""Giaoban: reports in, the picture of every sector out."""

__version__ = "0.1.0"
