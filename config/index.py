"""The settings of the index: in this process, or a Milvus server."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr

from config.section import Section


def _milvus(value: str) -> str:
    """An address of a server, or a file of the embedded one."""
    if not value.startswith(("http://", "https://", "tcp://", "unix:")) and not (
        value.endswith(".db") and "://" not in value
    ):
        raise ValueError("not an address such as http://milvus:19530, nor a file that ends in .db")
    if "@" in value:
        raise ValueError("no place for a password: give it as index.token")
    return value


class IndexSettings(Section):
    """Where paragraphs are searched by their vectors and words."""

    engine: Literal["faiss", "milvus"] = Field(
        default="faiss",
        description="`faiss` searches in this process; `milvus` on a server, which "
        "`whosays[milvus]` talks to (docs/scaling.md).",
    )
    uri: Annotated[str, AfterValidator(_milvus)] = Field(
        default="http://localhost:19530",
        description="The Milvus server, version 2.5 or newer; a file that ends in `.db` is the "
        "embedded one, for one process.",
    )
    token: SecretStr | None = Field(
        default=None,
        json_schema_extra={"default": "none"},
        description="The server's `user:password` or API key; best given as a secret file.",
    )
    collection: str = Field(
        default="whosays",
        pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,99}$",
        description="The collection on that server; each library needs one of its own.",
    )
    kind: Literal["FLAT", "HNSW", "HNSW_SQ", "IVF_SQ8", "DISKANN"] = Field(
        default="HNSW",
        description="Milvus's index of the vectors; what each costs is in docs/scaling.md. A "
        "collection keeps the one it was made with until `whosays reindex`.",
    )
    seconds: float = Field(
        default=5.0,
        ge=0.1,
        le=300,
        description="Longest that one call of the server may take before whoever asked is told.",
    )
    retry_seconds: float = Field(
        default=5.0,
        ge=0,
        le=3600,
        description="A server that failed is not called again for so long; then it is, by itself.",
    )
