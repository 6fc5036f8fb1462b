"use client";
import type { GraphLayout, PlacedNode } from "@heddle/core/graph/layout";
import { createContext, use } from "react";
import type { RunModel } from "../run/run-model";
import type { Colour } from "./colours";
import type { EdgeGroups } from "./edge-groups";
import type { FailurePath } from "./failure-path";

/** What the pieces of the drawing share. */
export interface Drawing {
  model: RunModel;
  layout: GraphLayout;
  placed: ReadonlyMap<string, PlacedNode>;
  edges: EdgeGroups;
  path: FailurePath;
  colour: Colour;
  /** Longest duration of a node, for the scale of "by duration". */
  longest: number;
  selected: string | null;
  /** Nodes whose own code is not that of the last good run. */
  changed: ReadonlySet<string>;
  /** The one box that Tab reaches. */
  entry: string | null;
  /** Up- and downstream of what the pointer is on, itself included. */
  lit: ReadonlySet<string> | null;
  onSelect: (name: string) => void;
  onHover: (name: string | null) => void;
}

export const DrawingContext = createContext<Drawing | null>(null);

export function useDrawing(): Drawing {
  const drawing = use(DrawingContext);
  if (!drawing) throw new Error("useDrawing needs a GraphView above it.");
  return drawing;
}
