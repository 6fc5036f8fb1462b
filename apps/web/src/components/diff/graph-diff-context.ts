"use client";
import { createContext, use } from "react";
import type { DiffEdges } from "./diff-edges";
import type { DiffNode } from "./differences";
import type { TurnedBox, TurnedLayout } from "./turned-layout";

/** What the pieces of the drawing share. */
export interface DiffDrawing {
  layout: TurnedLayout;
  byName: ReadonlyMap<string, DiffNode>;
  boxes: ReadonlyMap<string, TurnedBox>;
  edges: DiffEdges;
  /** No node differs, so none has to stand back. */
  calm: boolean;
  selected: string | null;
  /** The one box that Tab reaches. */
  entry: string | null;
  onSelect: (name: string) => void;
}

export const DiffDrawingContext = createContext<DiffDrawing | null>(null);

export function useDiffDrawing(): DiffDrawing {
  const drawing = use(DiffDrawingContext);
  if (!drawing) throw new Error("useDiffDrawing needs a GraphDiff above it.");
  return drawing;
}
