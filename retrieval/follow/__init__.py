"""Following feeds, sites and folders: what is new there becomes articles."""
