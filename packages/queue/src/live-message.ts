import { z } from "zod";

/** What viewers are told. It names things to read again; it carries no data of its own. */
export const liveMessageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("runs.changed"), runIds: z.array(z.string()) }),
  z.object({ kind: z.literal("version.added"), codeVersion: z.string() }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;

/** `gap`: the connection was away, and messages of any project may have been missed. */
export type LiveEvent =
  | { projectId: string; message: LiveMessage }
  | { projectId: null; message: { kind: "gap" } };
export type LiveListener = (event: LiveEvent) => void;
