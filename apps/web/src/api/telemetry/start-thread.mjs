import { register } from "tsx/esm/api";

// `--import tsx` teaches a process to read TypeScript, but none of its threads.
register();
await import("./read-thread.ts");
