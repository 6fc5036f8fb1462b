FROM node:22-bookworm-slim
WORKDIR /app
COPY . .
RUN npm run build && mkdir /data && chown node:node /data
ENV NODE_ENV=production
USER node
