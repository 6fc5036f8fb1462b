import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { patientClients } from "./patient-client";

afterEach(() => void vi.useRealTimers());

it("waits longer after each attempt that failed", async () => {
  let attempts = 0;
  const server = createServer((socket) => {
    attempts++;
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const Client = patientClients();
  const { port } = server.address() as AddressInfo;
  const connect = () => {
    const client = Object.assign(new Client(), { host: "127.0.0.1", port });
    client.on("error", () => undefined);
    return expect(client.connect()).rejects.toThrow();
  };
  await connect();
  expect(attempts).toBe(1);
  for (const ms of [100, 200, 400, 800, 1600, 2000, 2000]) {
    const before = attempts;
    const trying = connect();
    await vi.advanceTimersByTimeAsync(ms - 1);
    for (let turns = 0; turns < 50; turns++) await turn();
    expect(attempts).toBe(before);
    await vi.advanceTimersByTimeAsync(1);
    await trying;
    expect(attempts).toBe(before + 1);
  }
  server.close();
});
