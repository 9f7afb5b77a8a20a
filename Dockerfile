# The command of this commit's bundles on Node 24. Nothing is installed, and no step runs a program, so that one build
# serves every platform. node:24-bookworm-slim; Dependabot moves the digest.
FROM node:24-bookworm-slim@sha256:a9f5f7c91a432850b2a8a7797adf5eadb6c733ceed61167806cee7ea7fbc29df
LABEL org.opencontainers.image.source="https://github.com/sambodhan/prepare-dataset" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /opt/prepare-dataset
COPY LICENSE package.json action.yml ./
COPY presets ./presets/
COPY dist/command ./dist/command/
COPY dist/prepare-dataset/engine-worker ./dist/prepare-dataset/engine-worker/
COPY bin/prepare-dataset.cjs ./bin/prepare-dataset
ENV PATH=/opt/prepare-dataset/bin:$PATH
USER node
WORKDIR /work
CMD ["prepare-dataset", "--help"]
