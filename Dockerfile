# Zegel in a container: built and tested in the first stage, run from the second.
FROM swift:6.3-bookworm AS build
WORKDIR /zegel
COPY . .
RUN .ci/test && swift build -c release --product zegel --static-swift-stdlib

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-0 zlib1g openssl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home zegel
COPY --from=build /zegel/.build/release/zegel /usr/local/bin/zegel
USER zegel
ENTRYPOINT ["zegel"]
