"""The encoder and the stance model: the only rooms that know the model runtimes."""

import os

# onnxruntime reports to its maker what it runs and where, unless it is told not to before it is
# first imported; whosays promises that nothing leaves the machine.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
