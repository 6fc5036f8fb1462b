import { connect } from "node:net";

const EVERY_MS = 2000;
const ANSWER_MS = 5000;

/** Calls `revive` whenever nothing listens at the database's address any more, until it is aborted. */
export async function watchDatabase(
  url: string,
  signal: AbortSignal,
  revive: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS).unref());
    if (!signal.aborted && !(await listens(url)) && !signal.aborted) await revive();
  }
}

function listens(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(ANSWER_MS, () => finish(false));
    socket.once("connect", () => finish(true)).once("error", () => finish(false));
  });
}
