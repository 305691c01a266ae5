"""Pages for those who chair: the picture of the ministry, of a sector, of an indicator. They only read."""
