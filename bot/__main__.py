"""`python -m bot` is `whosays serve`."""

from __future__ import annotations

import sys

from bot.cli.__main__ import main

if __name__ == "__main__":
    sys.argv[1:1] = ["serve"]
    main()
