import { readFile } from "node:fs/promises";
import { createServer } from "node:net";

/** The port that was used last, when it is free; any free one otherwise. */
export async function choosePort(file: string): Promise<number> {
  const last = Number(await readFile(file, "utf8").catch(() => ""));
  return (last > 0 && last < 65_536 ? await tryPort(last) : undefined) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}
