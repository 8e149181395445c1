"""Articles a minute from addresses, end to end, against encoding their paragraphs alone.

`python -m benchmarks.fetching [--pages N]` serves real articles of the news corpus as pages on
loopback, adds them by their addresses to a new library, and prints a table. Without the corpus
beside the project it says so.
"""

from __future__ import annotations

import argparse
import html
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.news import articles
from config.settings import Settings
from retrieval.library import Library
from retrieval.models.load import load_encoder

if TYPE_CHECKING:
    from typing import Any

HOSTS = 8
MENU = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(60))


def page(article: dict[str, Any]) -> bytes:
    """An article as a publisher would serve it, with a menu and a footer."""
    title = html.escape(article["title"])
    body = "".join(
        f"<p>{html.escape(each)}</p>" for each in article["text"].split("\n") if each.strip()
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>'
        f'<meta property="og:type" content="article"></head><body><nav><ul>{MENU}</ul></nav>'
        f"<main><article><h1>{title}</h1>{body}</article></main><footer>{MENU}</footer></body></html>"
    ).encode()


def serve(pages: list[bytes]) -> list[str]:
    """Serve each page on one of several loopback hosts; gives the addresses."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = pages[int(self.path[1:])]
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    ports = []
    for host in range(1, HOSTS + 1):
        server = ThreadingHTTPServer((f"127.0.0.{host}", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ports.append(server.server_address[1])
    return [
        f"http://127.0.0.{number % HOSTS + 1}:{ports[number % HOSTS]}/{number}"
        for number in range(len(pages))
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=1000)
    arguments = parser.parse_args()
    pages = [page(article) for article in islice(articles(), arguments.pages)]
    if not pages:
        print("The news corpus is not beside the project.")
        return
    addresses = serve(pages)
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings.model_validate(
            {
                "library": {"path": Path(scratch), "seeds": False},
                "fetch": {"allow": "127.0.0.0/8", "delay_seconds": 0},
            }
        )
        encoder = load_encoder(settings.models, lambda _: None)
        encoder.encode(["Load everything first."])
        with Library.open(settings) as library:
            begun = time.perf_counter()
            outcomes = [added.outcome for added in library.fetch(addresses)]
            end_to_end = time.perf_counter() - begun
            texts = [
                article.text[each.start : each.end]
                for row in library.articles()
                for article, paragraphs in [library.show(row.ref.id)]
                for each in paragraphs
            ]
    begun = time.perf_counter()
    encoder.encode(texts)
    encoding = time.perf_counter() - begun
    counts = {each: outcomes.count(each) for each in sorted(set(outcomes))}
    print(f"{len(pages):,} pages of {HOSTS} hosts: {counts}, {len(texts):,} paragraphs")
    print(f"end to end      {end_to_end:8.1f} s  {60 * len(pages) / end_to_end:8.0f} articles/min")
    print(f"encoding alone  {encoding:8.1f} s  {60 * len(pages) / encoding:8.0f} articles/min")
    print(f"ratio           {end_to_end / encoding:8.2f}")


if __name__ == "__main__":
    main()
