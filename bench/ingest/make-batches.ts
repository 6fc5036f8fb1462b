import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { gzipped, sampleRun } from "@heddle/core/testing";

/** An SDK flushes this many events at once when it is busy. */
const EVENTS = 100;

/** The requests of as many runs, each node with a profile of three columns of 64 bins. */
export function makeBatches(runs: number, nodes: number): { body: Uint8Array; encoding: "gzip" }[] {
  return Array.from({ length: runs }, () => {
    const { events } = sampleRun(nodes, createUuidV7());
    const writer = randomUUID();
    const count = Math.ceil(events.length / EVENTS);
    return Array.from({ length: count }, (_, batch) => {
      return gzipped({ writer, batch, events: events.slice(batch * EVENTS, (batch + 1) * EVENTS) });
    });
  }).flat();
}
