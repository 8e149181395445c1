"""The gateway: hello, identify, heartbeats, dispatches, resuming, and every way to lose it."""

from __future__ import annotations

import asyncio
import json
import secrets
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

if TYPE_CHECKING:
    from tests.gateway.world import Payload, World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT = 0, 1, 2, 6, 7
INVALID_SESSION, HELLO, HEARTBEAT_ACK = 9, 10, 11
WRONG_TOKEN, DISALLOWED_INTENTS = 4004, 4014
GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 0, 1 << 9, 1 << 12
PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
NEEDS = {"GUILD_CREATE": GUILDS, "GUILD_DELETE": GUILDS}


@dataclass
class Session:
    """What the gateway remembers of one identified shard, also while it is not connected."""

    shard: int
    intents: int
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    sent: list[Payload] = field(default_factory=list)
    connection: Connection | None = None
    resumed: int = 0

    async def dispatch(self, event: str, data: Payload) -> None:
        """Send an event, or keep it until the shard resumes."""
        if self.intents & NEEDS.get(event, 0) != NEEDS.get(event, 0):
            return
        self.sent.append({"op": DISPATCH, "t": event, "s": len(self.sent) + 1, "d": data})
        if self.connection is not None:
            await self.connection.send(self.sent[-1])

    async def replay(self, after: int) -> None:
        """Send again what came after a sequence number, then RESUMED."""
        self.resumed += 1
        for missed in self.sent[after:]:
            await self.send(missed)
        await self.dispatch("RESUMED", {})

    async def send(self, payload: Payload) -> None:
        """Send something that is no event."""
        if self.connection is not None:
            await self.connection.send(payload)


class Connection:
    """One web socket, compressed as the client asked for."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self._socket = socket
        self._request = request
        self._lock = asyncio.Lock()
        wanted = request.query.get("compress")
        if wanted not in (None, "zlib-stream"):
            raise web.HTTPBadRequest(text=f"no {wanted} here: uninstall zstandard")
        self._packer = zlib.compressobj() if wanted else None
        self.code: int | None = None
        """The code that we closed with."""

    async def send(self, payload: Payload) -> None:
        """One payload; nothing where the other side is gone."""
        text = json.dumps(payload)
        async with self._lock:
            if self._socket.closed or self._request.transport is None:
                return
            if self._packer is None:
                await self._socket.send_str(text)
            else:
                packed = self._packer.compress(text.encode())
                await self._socket.send_bytes(packed + self._packer.flush(zlib.Z_SYNC_FLUSH))

    async def close(self, code: int) -> None:
        """Close with a code."""
        # What the socket says of its own closing is not the code that it sent.
        self.code = code
        await self._socket.close(code=code)

    def cut(self) -> None:
        """End the connection without a word, as a dying network does."""
        if self._request.transport is not None:
            self._request.transport.abort()


class Gateway:
    """All sessions of the application's bot."""

    def __init__(self, world: World, *, heartbeat_seconds: float = 41.25) -> None:
        self._world = world
        self.heartbeat_seconds = heartbeat_seconds
        self.acknowledges = True
        """Whether heartbeats are answered; a gateway that does not is dead to its client."""
        self.accepts = True
        """Whether new connections are let in."""
        self.sessions: dict[str, Session] = {}
        self.identified = 0
        self.heartbeats = 0
        self.closed_with: list[int | None] = []
        self.url = ""

    @property
    def connected(self) -> list[Session]:
        """Sessions with a live connection."""
        return [each for each in self.sessions.values() if each.connection is not None]

    async def dispatch(self, event: str, data: Payload, *, server: int | None = None) -> None:
        """Send an event to the shard that is responsible for the server."""
        shard = (server or 0) >> 22
        for session in list(self.sessions.values()):
            if session.shard == shard % self._world.shards:
                await session.dispatch(event, data)

    def cut(self) -> None:
        """Every connection dies without a word; sessions stay and can be resumed."""
        for session in self.connected:
            connection, session.connection = session.connection, None
            if connection is not None:
                connection.cut()

    async def close(self, code: int) -> None:
        """Close every connection with a code; sessions stay and can be resumed."""
        for session in self.connected:
            if session.connection is not None:
                await session.connection.close(code)

    async def ask_to_reconnect(self) -> None:
        """Tell every shard to come back, as Discord does when it moves servers."""
        for session in self.connected:
            await session.send({"op": RECONNECT, "d": None})

    async def invalidate(self) -> None:
        """End every session: the shards have to identify anew."""
        for session in self.connected:
            del self.sessions[session.id]
            await session.send({"op": INVALID_SESSION, "d": False})

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, from hello to its end."""
        if not self.accepts:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse()
        connection = Connection(socket, request)
        await socket.prepare(request)
        interval = int(self.heartbeat_seconds * 1000)
        await connection.send({"op": HELLO, "d": {"heartbeat_interval": interval}})
        session: Session | None = None
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    session = await self._hear(connection, session, json.loads(message.data))
        finally:
            code = connection.code or socket.close_code
            self.closed_with.append(code)
            if session is not None and session.connection is connection:
                session.connection = None
                # Who says goodbye does not come back to the same session.
                if code in (1000, 1001):
                    self.sessions.pop(session.id, None)
        return socket

    async def _hear(
        self, connection: Connection, session: Session | None, payload: Payload
    ) -> Session | None:
        operation = payload["op"]
        if operation == HEARTBEAT:
            self.heartbeats += 1
            if self.acknowledges:
                await connection.send({"op": HEARTBEAT_ACK, "d": None})
        elif operation == IDENTIFY:
            return await self._identify(connection, payload["d"])
        elif operation == RESUME:
            return await self._resume(connection, payload["d"])
        return session

    async def _identify(self, connection: Connection, data: Payload) -> Session | None:
        if data["token"] != self._world.token:
            await connection.close(WRONG_TOKEN)
            return None
        if data["intents"] & PRIVILEGED:
            await connection.close(DISALLOWED_INTENTS)
            return None
        self.identified += 1
        shard, of = data.get("shard", [0, 1])
        session = Session(shard=shard, intents=data["intents"], connection=connection)
        self.sessions[session.id] = session
        here = (self._world.server >> 22) % of == shard
        ready: Payload = {
            "v": 10,
            "user": self._world.bot.user(),
            "guilds": [{"id": str(self._world.server), "unavailable": True}] if here else [],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": [shard, of],
            "application": self._world.partial_application(),
        }
        await session.dispatch("READY", ready)
        if here:
            await session.dispatch("GUILD_CREATE", self._world.guild())
        return session

    async def _resume(self, connection: Connection, data: Payload) -> Session | None:
        if data["token"] != self._world.token:
            await connection.close(WRONG_TOKEN)
            return None
        session = self.sessions.get(data["session_id"])
        if session is None:
            await connection.send({"op": INVALID_SESSION, "d": False})
            return None
        session.connection = connection
        await session.replay(data["seq"] or 0)
        return session
