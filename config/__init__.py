"""Settings: every knob with its default, its environment name and its reason."""
