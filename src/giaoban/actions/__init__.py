"""WHAT PEOPLE DO: one act, one file; the list of files is the manual.

Each act takes `by: User` and never a request, and runs inside the frame of _act.py: right, rule, write, audit, outbox.
"""
