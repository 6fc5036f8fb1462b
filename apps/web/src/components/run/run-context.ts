"use client";
import type { RunDetail } from "@heddle/contract";
import { createContext, use } from "react";
import type { RunModel } from "./run-model";
import type { RunState } from "./use-run-state";

interface RunPage {
  run: RunDetail;
  model: RunModel;
  state: RunState;
}

export const RunContext = createContext<RunPage | null>(null);

/** The run that the page shows, and what is selected in it. */
export function useRun(): RunPage {
  const page = use(RunContext);
  if (!page) throw new Error("useRun needs a RunView above it.");
  return page;
}
