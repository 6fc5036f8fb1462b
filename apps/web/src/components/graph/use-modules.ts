"use client";
import { areModulesLayered } from "@heddle/core/graph/modules";
import { useQueryStates } from "nuqs";
import { useMemo, useRef } from "react";
import { useRun } from "../run/run-context";
import { runParams } from "../run/run-params";
import { choose, openModules } from "./open-modules";

const LARGE = 300;

/** Whether nodes stand in the frames of their modules, and which of those are open; both kept in the URL. */
export function useModules(shape: string) {
  const { model, state } = useRun();
  const [{ modules: asked, fold: said }, set] = useQueryStates({
    modules: runParams.modules,
    fold: runParams.fold,
  });
  const { nodes } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says all that this depends on.
  const known = useMemo(() => {
    const names = new Set(nodes.flatMap(({ module }) => module ?? []));
    const natural = names.size > 1 && (nodes.length > LARGE || areModulesLayered(nodes));
    return { names, natural };
  }, [shape]);
  const needed = useRef(new Set<string>());
  const [failed, selected] = [model.failures[0]?.name, state.node].map(
    (name) => model.byName.get(name ?? "")?.module ?? null,
  );
  const opened = [failed, selected].filter((module) => module != null);
  // What was opened for a selection stays open when the selection goes on.
  for (const module of opened) needed.current.add(module);
  const open = openModules(known.names, { nodes: nodes.length, said, needed: needed.current });
  return {
    names: known.names,
    grouped: known.names.size > 0 && (asked ?? known.natural),
    open,
    openKey: JSON.stringify([...open].sort()),
    group: (on: boolean) => void set({ modules: on }),
    setOpen: (module: string, on: boolean) => void set({ fold: choose(said, module, on) }),
    setAll: (names: Iterable<string>, on: boolean) => {
      let next = [...said];
      for (const name of names) next = choose(next, name, on);
      void set({ fold: next });
    },
  };
}
