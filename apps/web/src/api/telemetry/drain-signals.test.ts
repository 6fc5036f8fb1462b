import { createRegistry, createWebMetrics } from "@heddle/observability";
import { expect, it, vi } from "vitest";
import { DrainSignals } from "./drain-signals";

function open() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const enqueue = vi.fn(() => new Promise<void>((resolve, reject) => ends.push({ resolve, reject })));
  const services = {
    queue: { enqueue },
    log: { warn: vi.fn() },
    metrics: createWebMetrics(createRegistry("web")),
  } as unknown as ConstructorParameters<typeof DrainSignals>[0];
  return { signals: new DrainSignals(services), enqueue, ends, log: services.log };
}

const settle = () => new Promise(setImmediate);

it("sends one more signal for all that was stored while one was under way", async () => {
  const { signals, enqueue, ends } = open();
  for (let i = 0; i < 5; i++) signals.send("a");
  signals.send("b");
  expect(enqueue.mock.calls).toEqual([
    ["drain", { projectId: "a" }],
    ["drain", { projectId: "b" }],
  ]);
  ends[0]?.resolve();
  await settle();
  expect(enqueue).toHaveBeenCalledTimes(3);
  ends[2]?.resolve();
  await settle();
  expect(enqueue).toHaveBeenCalledTimes(3);
  signals.send("a");
  expect(enqueue).toHaveBeenCalledTimes(4);
});

it("goes on after a signal that was lost", async () => {
  const { signals, enqueue, ends, log } = open();
  signals.send("a");
  signals.send("a");
  ends[0]?.reject(new Error("away"));
  await settle();
  expect(log.warn).toHaveBeenCalledOnce();
  expect(enqueue).toHaveBeenCalledTimes(2);
});
