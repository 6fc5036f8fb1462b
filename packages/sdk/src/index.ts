export type { Configuration, OnDrop } from "./delivery/configuration";
export { configure, flush, shutdown } from "./delivery/current";
export { type Dataflow, dataflow } from "./flow/dataflow";
export { DataflowError } from "./flow/dataflow-error";
export { input, node } from "./flow/node";
export type { InputSpec, NodeOptions, NodeSpec } from "./flow/types";
export { type TrackedRun, type TrackRunOptions, trackRun } from "./steps/track-run";
