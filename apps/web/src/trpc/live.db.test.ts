import { createUuidV7 } from "@heddle/contract";
import { beforeAll, expect, test, vi } from "vitest";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";
import { createCaller } from "./root";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
});

const publish = (to: Tenant, ...runIds: string[]) =>
  world.services.queue.publish(to.scope.projectId, { kind: "runs.changed", runIds });

function stream(to: Tenant, stillSignedIn = async () => true) {
  const { services } = world;
  const caller = createCaller({
    services,
    userId: to.owner.userId,
    stillSignedIn,
    requestId: "",
    address: "192.0.2.1",
  });
  return caller.runs.live(to.ref).then((iterable) => iterable[Symbol.asyncIterator]());
}

/** Opens a stream and waits until messages reach it: the queue connects on its own time. */
async function open(to: Tenant) {
  const news = await stream(to);
  expect(await news.next()).toEqual({ done: false, value: { runIds: [], missed: true } });
  const probe = createUuidV7();
  const first = news.next();
  const heard = await vi.waitUntil(
    async () => {
      await publish(to, probe);
      return Promise.race([first, new Promise<null>((resolve) => setTimeout(resolve, 100, null))]);
    },
    { timeout: 20_000, interval: 1 },
  );
  expect(heard).toEqual({ done: false, value: { runIds: [probe], missed: false } });
  return {
    /** All that comes up to the message with this run, without the probes that were on their way. */
    async until(last: string): Promise<string[]> {
      await publish(to, last);
      const heard: string[] = [];
      while (!heard.includes(last)) {
        const { value } = await news.next();
        const runIds: string[] = value?.runIds ?? [];
        heard.push(...runIds.filter((id) => id !== probe));
      }
      return heard;
    },
    close: () => news.return?.(undefined),
  };
}

test("viewers hear of their own project's runs only", async () => {
  const stranger = await createTenant(world);
  const mine = await open(tenant);
  const theirs = await open(stranger);
  const [a, b, c] = [createUuidV7(), createUuidV7(), createUuidV7()];
  await publish(stranger, a);
  expect(await mine.until(b)).toEqual([b]);
  expect(await theirs.until(c)).toEqual([a, c]);
  await Promise.all([mine.close(), theirs.close()]);
});

test("what changes while the viewer is busy is not lost", async () => {
  const viewer = await open(tenant);
  const ids = Array.from({ length: 20 }, () => createUuidV7());
  for (const id of ids) await publish(tenant, id);
  const last = createUuidV7();
  expect(new Set(await viewer.until(last))).toEqual(new Set([...ids, last]));
  await viewer.close();
});

test("a stream breaks off when the server stops, which leads browsers to another", async () => {
  const other = await createWorld();
  const there = await createTenant(other);
  const news = (await there.owner.trpc.runs.live(there.ref))[Symbol.asyncIterator]();
  await news.next();
  const end = news.next();
  other.stopping.abort();
  await expect(end).rejects.toMatchObject({ name: "AbortError" });
});

test("a stream ends soon after its viewer signed out", async () => {
  let signedIn = true;
  const news = await stream(tenant, async () => signedIn);
  await news.next();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  try {
    const end = news.next();
    signedIn = false;
    await vi.advanceTimersByTimeAsync(11_000);
    expect((await end).done).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
