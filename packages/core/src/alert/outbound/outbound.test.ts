import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ok, type Receiver, SECRET_PATH, startReceiver } from "../testing/receiver";
import { createOutbound } from "./outbound";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
beforeEach(() => {
  receiver.requests.length = 0;
  receiver.answer(ok);
});
afterAll(() => receiver.close());

const port = () => receiver.host.split(":")[1];
const loopback = async () => [{ address: "127.0.0.1", family: 4 }];

describe("postJson", () => {
  it("posts JSON to a host that the operator allowed", async () => {
    const outbound = createOutbound({ allowHosts: receiver.host });
    const outcome = await outbound.postJson(receiver.url, { text: "é" });
    expect(outcome).toEqual({ kind: "answered", status: 200, retryAfter: null, body: "ok" });
    expect(receiver.requests).toMatchObject([
      { body: '{"text":"é"}', path: SECRET_PATH, host: receiver.host },
    ]);
  });

  it("connects to the address that was checked, asking the resolver once", async () => {
    let asked = 0;
    const resolve = async () => {
      asked++;
      return asked === 1 ? loopback() : [{ address: "192.0.2.1", family: 4 }];
    };
    const outbound = createOutbound({ allowHosts: `chat.example:${port()}`, resolve });
    const outcome = await outbound.postJson(`http://chat.example:${port()}/`, {});
    expect(outcome.kind).toBe("answered");
    expect(asked).toBe(1);
    expect(receiver.requests[0]?.host).toBe(`chat.example:${port()}`);
  });

  it.each([
    ["a private address", [{ address: "127.0.0.1", family: 4 }]],
    ["a mapped one", [{ address: "::ffff:127.0.0.1", family: 6 }]],
    ["a public and a private one", [...[{ address: "8.8.8.8", family: 4 }], { address: "::1", family: 6 }]],
  ])("opens no connection to a name that resolves to %s", async (_, addresses) => {
    const before = receiver.connections();
    const outbound = createOutbound({ allowHosts: "", resolve: async () => addresses });
    const outcome = await outbound.postJson(`https://rebind.example:${port()}${SECRET_PATH}`, {});
    expect(outcome.kind).toBe("refused");
    expect(JSON.stringify(outcome)).not.toContain(SECRET_PATH);
    expect(receiver.connections()).toBe(before);
  });

  it("does not follow a redirect", async () => {
    receiver.answer((response) =>
      response.writeHead(302, { location: `http://${receiver.host}/else` }).end(),
    );
    const outcome = await createOutbound({ allowHosts: receiver.host }).postJson(receiver.url, {});
    expect(outcome).toMatchObject({ kind: "answered", status: 302 });
    expect(receiver.requests).toHaveLength(1);
  });

  it("gives up on a far end that stays silent", async () => {
    receiver.answer(() => undefined);
    const outbound = createOutbound({ allowHosts: receiver.host, timeoutMs: 200 });
    const outcome = await outbound.postJson(receiver.url, {});
    expect(outcome).toEqual({
      kind: "unreachable",
      message: `${receiver.host} did not answer within 0.2 s.`,
    });
  });

  it("reads no more than the beginning of an endless answer", async () => {
    receiver.answer((response) => {
      const pour = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
        if (!response.destroyed) response.once("drain", pour);
      };
      pour();
    });
    const outcome = await createOutbound({ allowHosts: receiver.host }).postJson(receiver.url, {});
    expect(outcome).toMatchObject({ kind: "answered", status: 200 });
    expect(outcome.kind === "answered" && outcome.body.length).toBe(4096);
  });

  it("believes a status whose body never ends", async () => {
    receiver.answer((response) => void response.writeHead(200).write("o"));
    const outbound = createOutbound({ allowHosts: receiver.host, timeoutMs: 2000 });
    expect(await outbound.postJson(receiver.url, {})).toMatchObject({ kind: "answered", status: 200 });
  });

  it("tells of a closed port and of an unknown name without the address", async () => {
    const closed = await createOutbound({ allowHosts: "127.0.0.1:9" }).postJson(
      `http://127.0.0.1:9${SECRET_PATH}`,
      {},
    );
    const resolve = () => Promise.reject(Object.assign(new Error(SECRET_PATH), { code: "ENOTFOUND" }));
    const unknown = await createOutbound({ allowHosts: "", resolve }).postJson(
      `https://nowhere.example${SECRET_PATH}`,
      {},
    );
    expect(closed).toEqual({
      kind: "unreachable",
      message: "127.0.0.1:9 could not be reached (ECONNREFUSED).",
    });
    expect(unknown).toEqual({
      kind: "unreachable",
      message: "nowhere.example could not be reached (ENOTFOUND).",
    });
  });
});
