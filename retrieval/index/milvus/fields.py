"""What a row of a collection has, how it is indexed, and how hard a search looks."""

from __future__ import annotations

from typing import Any, Final

from retrieval.index.milvus.forms import TEXT_COUNTS

FIELDS: Final = frozenset(
    {"id", "article", "published", "held", "source", "mark", "words", "sparse", "vector"}
)
_NAME_BYTES = 4_096
_WORDS_BYTES = 65_535
# Of BM25, as SQLite's full text search has them.
_K1, _B = 1.0, 0.75
_BUILD: Final[dict[str, dict[str, Any]]] = {
    "FLAT": {},
    "HNSW": {"M": 16, "efConstruction": 200},
    "HNSW_SQ": {"M": 16, "efConstruction": 200, "sq_type": "SQ8"},
    "IVF_SQ8": {"nlist": 4096},
    "DISKANN": {},
}


def fields(client: Any, dimensions: int) -> Any:  # noqa: ANN401 - pymilvus has no types
    """A schema: one row a paragraph, whose BM25 vector the server makes of its words."""
    from pymilvus import DataType, Function, FunctionType  # noqa: PLC0415

    schema = client.create_schema(auto_id=False, enable_dynamic_field=False)
    schema.add_field("id", DataType.INT64, is_primary=True)
    for name in ("article", "published", "held"):
        schema.add_field(name, DataType.INT64)
    for name in ("source", "mark"):
        schema.add_field(name, DataType.VARCHAR, max_length=_NAME_BYTES)
    schema.add_field(
        "words",
        DataType.VARCHAR,
        max_length=_WORDS_BYTES,
        enable_analyzer=True,
        analyzer_params={"tokenizer": "standard"},
    )
    schema.add_field("sparse", DataType.SPARSE_FLOAT_VECTOR)
    schema.add_field("vector", DataType.FLOAT_VECTOR, dim=dimensions)
    schema.add_function(
        Function(
            name="bm25",
            function_type=FunctionType.BM25,
            input_field_names=["words"],
            output_field_names=["sparse"],
        )
    )
    return schema


def indexes(client: Any, kind: str) -> Any:  # noqa: ANN401
    """Of vectors the kind that was chosen, by inner product; of words an inverted one."""
    made = client.prepare_index_params()
    made.add_index("vector", index_type=kind, metric_type="IP", params=_BUILD[kind])
    made.add_index(
        "sparse",
        index_type="SPARSE_INVERTED_INDEX",
        metric_type="BM25",
        params={"bm25_k1": _K1 * TEXT_COUNTS, "bm25_b": _B},
    )
    return made


def effort(kind: str, k: int) -> dict[str, Any]:
    """How hard to look for k results: what recall costs, by the kind of index."""
    wide = max(256, 2 * k)
    return {
        "HNSW": {"ef": wide},
        "HNSW_SQ": {"ef": wide},
        "IVF_SQ8": {"nprobe": 64},
        "DISKANN": {"search_list": wide},
    }.get(kind, {})
