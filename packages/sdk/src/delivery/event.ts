import type { Attribute, JsonValue, NodeFinished, Profile, TelemetryEvent } from "@heddle/contract";

/** An attribute before it is JSON. */
export type OutgoingAttribute = Omit<Attribute, "value"> & { value: JsonValue | Profile };

type Unnumbered<E> = E extends NodeFinished
  ? Omit<E, "seq" | "attributes"> & { attributes?: OutgoingAttribute[] }
  : E extends unknown
    ? Omit<E, "seq">
    : never;

/** An event before its writer gave it a number. */
export type EventBody = Unnumbered<TelemetryEvent>;
