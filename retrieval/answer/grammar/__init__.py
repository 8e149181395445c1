"""Questions that grammar answers where no judge can: who somebody is, what was said of a matter."""
