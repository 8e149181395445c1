"""Training of the stance model; never imported when serving."""
