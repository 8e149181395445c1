"""Commands go to Discord when they have changed since they last did, and not at every start."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from discord import app_commands

    from retrieval.library import Library

log = logging.getLogger(__name__)

REMEMBERED = "discord-commands"
"""The library's setting that holds what was sent last, and what Discord made of it."""


async def sync_commands(tree: app_commands.CommandTree[Any], library: Library) -> bool:
    """Send the commands, with their translations, where they changed; whether they were sent.

    They are also sent where Discord's have changed since, as after a library was restored from a
    backup. Raises discord.HTTPException or discord.app_commands.AppCommandError.
    """
    wanted = await digest(tree)
    last = await asyncio.to_thread(library.recall, REMEMBERED)
    if last is not None and last == f"{wanted} {await _versions(tree)}":
        return False
    sent = await tree.sync()
    log.info("commands synced", extra={"commands": len(sent)})
    try:
        held = f"{wanted} {await _versions(tree)}"
        await asyncio.to_thread(library.remember, REMEMBERED, held)
    except LibraryError as error:
        # They are synced again at the next start, which does no harm.
        log.warning("cannot remember that commands are synced", exc_info=error)
    return True


async def digest(tree: app_commands.CommandTree[Any]) -> str:
    """SHA-256 of the commands as Discord gets them, in any order."""
    if tree.translator is not None:
        translator = tree.translator
        held = [await each.get_translated_payload(tree, translator) for each in tree.get_commands()]
    else:
        held = [each.to_dict(tree) for each in tree.get_commands()]
    return _sha256(held)


async def _versions(tree: app_commands.CommandTree[Any]) -> str:
    """SHA-256 of the ids and versions that the commands have at Discord."""
    client = tree.client
    held = await client.http.get_global_commands(client.application_id)
    return _sha256([[each["id"], each["version"]] for each in held])


def _sha256(parts: Sequence[object]) -> str:
    texts = sorted(json.dumps(part, sort_keys=True) for part in parts)
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
