"""An Answer as terminal text, Markdown, JSON or HTML."""
