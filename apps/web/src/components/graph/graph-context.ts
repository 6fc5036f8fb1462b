"use client";
import type { PlacedNode } from "@heddle/core/graph/layout";
import type { ModuleLayout } from "@heddle/core/graph/modules";
import type { Links } from "@heddle/core/graph/reach";
import { createContext, use } from "react";
import type { RunModel } from "../run/run-model";
import type { Colour } from "./colours";
import type { EdgeGroups } from "./edge-groups";
import type { FailurePath } from "./failure-path";
import type { FoldedModule } from "./folded-module";

/** What the pieces of the drawing share. A folded module is drawn like a node, under its key. */
export interface Drawing {
  model: RunModel;
  layout: ModuleLayout;
  placed: ReadonlyMap<string, PlacedNode>;
  /** Neighbours by the edges that are drawn. */
  links: Links;
  folded: ReadonlyMap<string, FoldedModule>;
  /** The box that stands for a node: its own, or that of its folded module. */
  boxOf: (node: string) => string;
  edges: EdgeGroups;
  path: FailurePath;
  colour: Colour;
  /** Longest duration of a box, for the scale of "by duration". */
  longest: number;
  fillOf: (box: string) => string | null;
  selected: string | null;
  /** Nodes whose own code is not that of the last good run. */
  changed: ReadonlySet<string>;
  /** Nodes that read from changed ones, directly or not. */
  below: ReadonlySet<string>;
  /** The one box that Tab reaches. */
  entry: string | null;
  /** Up- and downstream of what the pointer is on, itself included. */
  lit: ReadonlySet<string> | null;
  onSelect: (name: string) => void;
  onHover: (name: string | null) => void;
  onOpen: (module: string, open: boolean) => void;
}

export const DrawingContext = createContext<Drawing | null>(null);

export function useDrawing(): Drawing {
  const drawing = use(DrawingContext);
  if (!drawing) throw new Error("useDrawing needs a GraphView above it.");
  return drawing;
}
