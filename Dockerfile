# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /baton
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node -e "import('./tools/run/build.mjs').then((m) => m.buildIfChanged())"
RUN npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 BATON_DATA=/data WEB_DIR=/baton/dist/apps/web
WORKDIR /baton
COPY --from=build --chown=root:root /baton/package.json ./package.json
COPY --from=build --chown=root:root /baton/node_modules ./node_modules
COPY --from=build --chown=root:root /baton/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=4s --start-period=20s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/apps/api/main.js"]
