"""Who and what is there: the application, its bot, a server with a channel, people, messages."""

from __future__ import annotations

import itertools
import secrets
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Payload = dict[str, Any]

DISCORD_EPOCH_MS = 1_420_070_400_000
TOKEN = "loopback-token-that-opens-nothing"  # noqa: S105 - it opens nothing
TEXT_CHANNEL, DIRECT_MESSAGE = 0, 1
EPHEMERAL, LOADING = 1 << 6, 1 << 7
EVERYTHING = str((1 << 53) - 1)

NOTHING_OF = (
    "emojis", "stickers", "threads", "voice_states", "presences", "stage_instances",
    "guild_scheduled_events", "soundboard_sounds", "features",
)  # fmt: skip

_counter = itertools.count()


def snowflake() -> int:
    """A new id that sorts by time, as Discord's do."""
    now = time.time_ns() // 1_000_000 - DISCORD_EPOCH_MS
    return (now << 22) | (next(_counter) & 0xFFF)


def now() -> str:
    """This moment as Discord writes it."""
    return datetime.now(UTC).isoformat()


@dataclass(frozen=True)
class Person:
    """Somebody on Discord."""

    name: str = "ada"
    id: int = field(default_factory=snowflake)
    locale: str = "en-US"
    permissions: str = EVERYTHING
    bot: bool = False

    def user(self) -> Payload:
        """A user object."""
        return {
            "id": str(self.id),
            "username": self.name,
            "discriminator": "0",
            "global_name": self.name,
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
            "flags": 0,
            "locale": self.locale,
            "mfa_enabled": False,
        }

    def member(self) -> Payload:
        """A member object, with the permissions that an interaction carries."""
        return {
            "user": self.user(),
            "nick": None,
            "avatar": None,
            "roles": [],
            "joined_at": "2024-01-01T00:00:00+00:00",
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
            "communication_disabled_until": None,
            "permissions": self.permissions,
        }


@dataclass(frozen=True)
class Channel:
    """A text channel of a server, or a conversation with one person where there is no server."""

    server: int | None
    name: str = "news"
    id: int = field(default_factory=snowflake)

    def channel(self, person: Person | None = None) -> Payload:
        """A channel object."""
        common: Payload = {"id": str(self.id), "last_message_id": None, "flags": 0}
        if self.server is None:
            recipients = [person.user()] if person else []
            return {**common, "type": DIRECT_MESSAGE, "recipients": recipients}
        return {
            **common,
            "type": TEXT_CHANNEL,
            "guild_id": str(self.server),
            "name": self.name,
            "position": 0,
            "permission_overwrites": [],
            "parent_id": None,
            "topic": None,
            "nsfw": False,
            "rate_limit_per_user": 0,
            "permissions": EVERYTHING,
        }


@dataclass
class World:
    """One application with one bot in one server; `elsewhere` is a server that it is not in."""

    token: str = TOKEN
    shards: int = 1
    application: int = field(default_factory=snowflake)
    bot: Person = field(default_factory=lambda: Person("whosays", bot=True))
    server: int = field(default_factory=snowflake)
    elsewhere: int = field(default_factory=snowflake)
    preferred_locale: str = "en-US"
    commands: list[Payload] = field(default_factory=list)
    messages: dict[int, Payload] = field(default_factory=dict)
    deleted: list[int] = field(default_factory=list)
    forgets_nonces: bool = False
    """Whether it is longer ago than Discord remembers nonces."""

    def __post_init__(self) -> None:
        self.channel = Channel(self.server)
        self.far_channel = Channel(self.elsewhere, "far")
        self.direct: dict[int, Channel] = {}

    def direct_with(self, person: int) -> Channel:
        """The conversation of the bot with one person."""
        return self.direct.setdefault(person, Channel(None))

    def command(self, name: str) -> Payload:
        """A command that the bot has registered; raises LookupError."""
        found = next((each for each in self.commands if each["name"] == name), None)
        if found is None:
            raise LookupError(
                f"no command {name!r} among {[each['name'] for each in self.commands]}"
            )
        return found

    def register(self, commands: list[Payload]) -> list[Payload]:
        """Replace all commands, as a bulk overwrite does; those of the same name keep their ids."""
        ids = {(each["name"], each["type"]): each["id"] for each in self.commands}
        self.commands = [
            {
                **each,
                "type": each.get("type", 1),
                "id": ids.get((each["name"], each.get("type", 1)), str(snowflake())),
                "application_id": str(self.application),
                "version": str(snowflake()),
                "description": each.get("description", ""),
                "default_member_permissions": each.get("default_member_permissions"),
            }
            for each in commands
        ]
        return self.commands

    def partial_application(self) -> Payload:
        """What READY tells of the application."""
        return {"id": str(self.application), "flags": 0}

    def full_application(self) -> Payload:
        """What the application itself is told."""
        return {
            **self.partial_application(),
            "name": "whosays",
            "icon": None,
            "description": "",
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": secrets.token_hex(32),
            "owner": Person("owner").user(),
            "team": None,
            "rpc_origins": [],
            "interactions_endpoint_url": None,
        }

    def guild(self) -> Payload:
        """The server, as GUILD_CREATE carries it."""
        me = self.bot.member()
        del me["permissions"]
        everyone = {
            "id": str(self.server),
            "name": "@everyone",
            "permissions": EVERYTHING,
            "position": 0,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }
        empty: Payload = {name: [] for name in NOTHING_OF}
        return {
            **empty,
            "id": str(self.server),
            "name": "loopback",
            "owner_id": str(snowflake()),
            "unavailable": False,
            "joined_at": "2024-01-01T00:00:00+00:00",
            "large": False,
            "member_count": 2,
            "members": [me],
            "roles": [everyone],
            "channels": [self.channel.channel()],
            "preferred_locale": self.preferred_locale,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "system_channel_flags": 0,
            "afk_timeout": 300,
            "icon": None,
        }

    def message(
        self, channel: Channel, author: Person, content: Payload, *, flags: int = 0
    ) -> Payload:
        """Keep a new message and give it; `content` is what the request set of it."""
        made: Payload = {
            "id": str(snowflake()),
            "channel_id": str(channel.id),
            "author": author.user(),
            "content": content.get("content") or "",
            "components": content.get("components") or [],
            "embeds": content.get("embeds") or [],
            "flags": int(content.get("flags") or 0) | flags,
            "timestamp": now(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "pinned": False,
            "type": 0,
        }
        if "nonce" in content:
            made["nonce"] = content["nonce"]
        if "message_reference" in content:
            made["message_reference"] = content["message_reference"]
            made["type"] = 19
        self.messages[int(made["id"])] = made
        return made

    def said_before(self, channel: Channel, content: Payload) -> Payload | None:
        """The message in a channel that was made with the same nonce, while it is remembered."""
        if self.forgets_nonces:
            return None
        same = (
            each
            for each in self.messages.values()
            if each["channel_id"] == str(channel.id) and each.get("nonce") == content["nonce"]
        )
        return next(same, None)

    def edit(self, message: int, content: Payload) -> Payload:
        """Change a message as a request says; raises KeyError where it is gone."""
        held = self.messages[message]
        for name in ("content", "components", "embeds"):
            if name in content:
                held[name] = content[name] or ("" if name == "content" else [])
        held["flags"] = (held["flags"] & ~LOADING) | int(content.get("flags") or 0)
        held["edited_timestamp"] = now()
        return held

    def delete(self, message: int) -> None:
        """Forget a message; raises KeyError where it is gone."""
        del self.messages[message]
        self.deleted.append(message)
