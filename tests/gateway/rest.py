"""The REST interface, as far as a bot of this kind uses it; every request is recorded."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from tests.gateway.faults import VIA, Bucket, refusal, too_many
from tests.gateway.interactions import Refused
from tests.gateway.world import snowflake

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.gateway.faults import Faults
    from tests.gateway.interactions import Interactions
    from tests.gateway.sessions import Gateway
    from tests.gateway.world import Channel, Payload, World

PREFIX = "/api/v10"
# Requests, seconds: what Discord's answers say of these routes.
BUCKETS = {"messages": (5, 5.0), "follow-ups": (5, 2.0)}


@dataclass
class Request:
    """One request: its path without the prefix, query, JSON, and the status of the answer."""

    method: str
    path: str
    query: dict[str, str]
    body: Payload | list[Payload] | None
    status: int = 0
    at: float = field(default_factory=time.monotonic)


class Rest:
    """Routes of the REST interface."""

    def __init__(
        self, world: World, gateway: Gateway, interactions: Interactions, faults: Faults
    ) -> None:
        self._world, self._gateway = world, gateway
        self._interactions, self._faults = interactions, faults
        self.requests: list[Request] = []
        self.files: dict[str, bytes] = {}
        self._buckets: dict[tuple[str, str], Bucket] = {}

    def routes(self) -> list[web.RouteDef]:
        """What is answered; anything else is 404."""
        hook = "/webhooks/{application}/{token}"
        table: list[tuple[str, str, Callable[[web.Request], Awaitable[web.Response]]]] = [
            ("GET", "/users/@me", self._me),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/gateway/bot", self._gateway_of_bot),
            ("GET", "/applications/{application}/commands", self._get_commands),
            ("PUT", "/applications/{application}/commands", self._commands),
            ("POST", "/interactions/{id}/{token}/callback", self._callback),
            ("POST", hook, self._follow_up),
            ("GET", hook + "/messages/{message}", self._get_answer),
            ("PATCH", hook + "/messages/{message}", self._edit_answer),
            ("DELETE", hook + "/messages/{message}", self._delete_answer),
            ("POST", "/users/@me/channels", self._open_direct),
            ("GET", "/channels/{channel}", self._get_channel),
            ("POST", "/channels/{channel}/typing", self._typing),
            ("POST", "/channels/{channel}/messages", self._send),
            ("GET", "/channels/{channel}/messages", self._history),
            ("GET", "/channels/{channel}/messages/{message}", self._get),
            ("PATCH", "/channels/{channel}/messages/{message}", self._edit),
            ("DELETE", "/channels/{channel}/messages/{message}", self._delete),
        ]
        return [
            *(web.route(method, PREFIX + path, handler) for method, path, handler in table),
            web.get("/attachments/{name}", self._file),
            web.route("*", PREFIX + "/{rest:.*}", self._unknown),
        ]

    @web.middleware
    async def middleware(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Record the request; answer with a planned fault, or 401 without the bot's token."""
        if not request.path.startswith(PREFIX):
            return await handler(request)
        path = request.path.removeprefix(PREFIX)
        record = Request(request.method, path, dict(request.query), await _body(request))
        self.requests.append(record)
        request["body"] = record.body
        answer: web.StreamResponse | None = await self._faults.meet(request.method, path)
        if answer is None and not self._may(request, path):
            answer = refusal(401, 0, "401: Unauthorized")
        try:
            if answer is None:
                answer = await handler(request)
                await self._faults.linger(request.method, path)
        except Refused as refused:
            answer = refused.answer
        record.status = answer.status
        answer.headers.setdefault("Via", VIA["Via"])
        if answer.content_type == "application/json":
            # Discord names no charset, and discord.py compares the whole header.
            answer.headers["Content-Type"] = "application/json"
        return answer

    def _may(self, request: web.Request, path: str) -> bool:
        if path.startswith(("/interactions/", "/webhooks/")):
            return True
        return request.headers.get("Authorization") == f"Bot {self._world.token}"

    def _limited(self, kind: str, place: str) -> tuple[dict[str, str], web.Response | None]:
        bucket = self._buckets.setdefault((kind, place), Bucket(kind, *BUCKETS[kind]))
        headers, wait = bucket.take()
        if not wait:
            return headers, None
        answer = too_many(wait)
        answer.headers.update(headers)
        return headers, answer

    async def _unknown(self, _: web.Request) -> web.Response:
        return refusal(404, 0, "404: Not Found")

    # The application

    async def _me(self, _: web.Request) -> web.Response:
        return web.json_response(self._world.bot.user())

    async def _application(self, _: web.Request) -> web.Response:
        return web.json_response(self._world.full_application())

    async def _gateway_of_bot(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
        return web.json_response(
            {"url": self._gateway.url, "shards": self._world.shards, "session_start_limit": limit}
        )

    async def _get_commands(self, _: web.Request) -> web.Response:
        return web.json_response(self._world.commands)

    async def _commands(self, request: web.Request) -> web.Response:
        return web.json_response(self._world.register(request["body"]))

    # Interactions

    async def _callback(self, request: web.Request) -> web.Response:
        id_, token = int(request.match_info["id"]), request.match_info["token"]
        message = await self._interactions.answer(id_, token, request["body"])
        if request.query.get("with_response") not in ("1", "true"):
            return web.Response(status=204)
        found = self._interactions.find(token)
        answer: Payload = {"interaction": {"id": str(id_), "type": found.kind}}
        if message is not None:
            answer["interaction"] |= {"response_message_id": message["id"]}
            answer["resource"] = {"type": request["body"]["type"], "message": message}
        return web.json_response(answer)

    async def _follow_up(self, request: web.Request) -> web.Response:
        headers, full = self._limited("follow-ups", request.match_info["token"])
        if full is not None:
            return full
        made = await self._interactions.follow_up(request.match_info["token"], request["body"])
        return web.json_response(made, headers=headers)

    async def _get_answer(self, request: web.Request) -> web.Response:
        token, which = request.match_info["token"], request.match_info["message"]
        return web.json_response(self._interactions.message(token, which))

    async def _edit_answer(self, request: web.Request) -> web.Response:
        headers, full = self._limited("follow-ups", request.match_info["token"])
        if full is not None:
            return full
        token, which = request.match_info["token"], request.match_info["message"]
        made = await self._interactions.edit(token, which, request["body"])
        return web.json_response(made, headers=headers)

    async def _delete_answer(self, request: web.Request) -> web.Response:
        await self._interactions.delete(request.match_info["token"], request.match_info["message"])
        return web.Response(status=204)

    # Channels and messages

    def _channel(self, request: web.Request) -> Channel:
        wanted = int(request.match_info["channel"])
        world = self._world
        for channel in (world.channel, *world.direct.values()):
            if channel.id == wanted:
                return channel
        raise Refused(404, 10_003, "Unknown Channel")

    async def _open_direct(self, request: web.Request) -> web.Response:
        channel = self._world.direct_with(int(request["body"]["recipient_id"]))
        return web.json_response(channel.channel())

    async def _get_channel(self, request: web.Request) -> web.Response:
        return web.json_response(self._channel(request).channel())

    async def _typing(self, request: web.Request) -> web.Response:
        self._channel(request)
        return web.Response(status=204)

    async def _send(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        headers, full = self._limited("messages", str(channel.id))
        if full is not None:
            return full
        body = request["body"]
        made = self._world.said_before(channel, body) if body.get("enforce_nonce") else None
        made = made or self._world.message(channel, self._world.bot, body)
        return web.json_response(made, headers=headers)

    async def _history(self, request: web.Request) -> web.Response:
        channel, query = self._channel(request), request.query
        held = [
            each
            for each in self._world.messages.values()
            if each["channel_id"] == str(channel.id)
            and int(query.get("after", 0)) < int(each["id"]) < int(query.get("before", 1 << 63))
        ]
        # The nonce is told to who sends a message, and kept for no history.
        told = [{name: each[name] for name in each if name != "nonce"} for each in held]
        limit = int(query.get("limit", 50))
        found = told[:limit] if "after" in query else told[-limit:]
        return web.json_response(found[::-1])

    def _message(self, request: web.Request) -> int:
        message = int(request.match_info["message"])
        if message not in self._world.messages:
            raise Refused(404, 10_008, "Unknown Message")
        return message

    async def _get(self, request: web.Request) -> web.Response:
        return web.json_response(self._world.messages[self._message(request)])

    async def _edit(self, request: web.Request) -> web.Response:
        return web.json_response(self._world.edit(self._message(request), request["body"]))

    async def _delete(self, request: web.Request) -> web.Response:
        self._world.delete(self._message(request))
        return web.Response(status=204)

    # Files that people attach

    def attach(self, name: str, content: bytes, base: str) -> Payload:
        """Keep a file and give the attachment object that names it."""
        key = f"{snowflake()}-{name}"
        self.files[key] = content
        url = f"{base}/attachments/{key}"
        return {
            "id": str(snowflake()),
            "filename": name,
            "size": len(content),
            "url": url,
            "proxy_url": url,
        }

    async def _file(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["name"])
        if content is None:
            raise web.HTTPNotFound
        return web.Response(body=content, content_type="application/octet-stream")


async def _body(request: web.Request) -> Payload | list[Payload] | None:
    if request.content_type == "multipart/form-data":
        form = await request.post()
        text = form.get("payload_json")
        return json.loads(text) if isinstance(text, str) else None
    raw = await request.read()
    return json.loads(raw) if raw else None
