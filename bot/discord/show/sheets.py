"""Which blocks and lines stand on which page, within Discord's limits, with margins.

Discord takes at most 4,000 characters and 40 components a message, nested ones included.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.discord.show.fitting import size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.discord.show.blocks import Block, Group

CHARACTERS = 3_800
COMPONENTS = 38
# More would fill several screens of a phone.
PASSAGES = 8
# What stands on every page beside its top: the foot, a menu in its row, a row of ways to see the
# answer and a row of five buttons.
_FRAME = 13
_PAGE_LINE = 60


@dataclass(slots=True)
class Sheet:
    """What a page holds between its top and its buttons, and how much more fits."""

    characters: int
    components: int
    groups: dict[Group, list[Block]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        """All blocks, in the answer's own order."""
        held = [block for blocks in self.groups.values() for block in blocks]
        return sorted(held, key=lambda block: block.number)

    def add(self, block: Block, title: str) -> bool:
        """Put the block under its group's title, if there is room."""
        new = block.group not in self.groups
        characters = block.size + (size(title) if new else 0)
        # A new group is a container and its title.
        components = block.components + (2 if new else 0)
        if (
            len(self.blocks) == PASSAGES
            or characters > self.characters
            or components > self.components
        ):
            return False
        self.groups.setdefault(block.group, []).append(block)
        self.characters -= characters
        self.components -= components
        return True

    def add_line(self, line: str) -> bool:
        """Put a line at the foot, if there is room."""
        if size(line) >= self.characters:
            return False
        self.lines.append(line)
        self.characters -= size(line) + 1
        return True


def sheets(
    blocks: Iterable[Block],
    lines: Iterable[str],
    last: Sequence[str],
    title: Callable[[Group], str],
    top: Top,
) -> list[Sheet]:
    """As few pages as hold everything, at least one, the `last` lines on pages of their own.

    `title` is a group's at its longest.
    """

    def blank() -> Sheet:
        return Sheet(CHARACTERS - _PAGE_LINE - top.characters, COMPONENTS - _FRAME - top.components)

    found = [blank()]
    for block in blocks:
        if not found[-1].add(block, title(block.group)):
            found.append(blank())
            found[-1].add(block, title(block.group))

    def add(line: str) -> None:
        if not found[-1].add_line(line):
            found.append(blank())
            found[-1].add_line(line)

    for line in lines:
        add(line)
    if last:
        found.append(blank())
    for line in last:
        add(line)
    return found


@dataclass(frozen=True, slots=True)
class Top:
    """How much the top of every page takes."""

    characters: int
    components: int
