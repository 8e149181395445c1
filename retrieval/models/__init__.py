"""The encoder and the stance model: the only rooms that know the model runtimes."""
