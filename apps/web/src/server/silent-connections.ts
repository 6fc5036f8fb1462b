import type { Server } from "node:http";
import type { Socket } from "node:net";

export interface SilentConnections {
  close(): void;
}

/**
 * Connections on which nothing was asked yet. Browsers open some ahead of need; Node counts them as busy, so they
 * would hold up a server that stops.
 */
export function watchSilentConnections(server: Server): SilentConnections {
  const silent = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.on("request", ({ socket }) => silent.delete(socket));
  return {
    close: () => {
      for (const socket of silent) socket.destroy();
    },
  };
}
