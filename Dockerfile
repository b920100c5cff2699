# authflow without a browser: texts, check, lint and embed. The release workflow builds it in a folder with the npm package.
#
#   docker run --rm --read-only --network none --user "$(id -u):$(id -g)" --volume "$PWD:/work" ghcr.io/OWNER/authflow check
FROM node:24.20.0-bookworm-slim@sha256:ba849c60be29959425b8734d57b8b4b7d56f98edd9504c9af091d5281095a71e

# The package holds all that it runs: unpacked to /opt/package, and nothing is installed.
ADD authflow-*.tgz /opt/
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["node", "/opt/package/dist/main.js"]
CMD ["--help"]
