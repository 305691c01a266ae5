"""The demonstration ministry: invented people, generated figures, reports of our own; marked as such on the screen."""
