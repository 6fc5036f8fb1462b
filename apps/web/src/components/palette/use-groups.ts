"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { usePaused } from "@/hooks/use-paused";
import { useTRPC } from "@/trpc/client";
import type { Shell } from "../shell/shell-context";
import { useViewer } from "../shell/viewer-context";
import { bestFirst, fits } from "./fit";
import { foundGroups } from "./found-items";
import { type Group, type Item, KIND_ICONS } from "./item";
import { pageItems, projectItems } from "./page-items";
import type { Recent } from "./recent";

/** Long enough that a word is asked for once, short enough to feel at once. */
const PAUSE_MS = 90;
const MOST_PAGES = 6;

const recentItem = ({ kind, label, detail, href }: Recent): Item => ({
  ...{ id: `recent ${href}`, kind, label, detail, mono: kind === "version" },
  ...{ mark: { icon: KIND_ICONS[kind] }, deed: { href }, actions: [] },
});

interface Asked {
  text: string;
  /** Null outside of any project, where only pages and projects are found. */
  shell: Shell | null;
  commands: Item[];
  recent: Recent[];
}

/** `#` asks for runs only, `>` for actions only. */
function readSign(text: string): { sign: "#" | ">" | null; rest: string } {
  const first = text.trimStart().charAt(0);
  return first === "#" || first === ">"
    ? { sign: first, rest: text.trimStart().slice(1).trim() }
    : { sign: null, rest: text.trim() };
}

/** The rows for what is typed: pages at once, what the server finds when it is there. */
export function useGroups({ text, shell, commands, recent }: Asked) {
  const trpc = useTRPC();
  const viewer = useViewer();
  const { sign, rest } = readSign(text);
  const words = rest.split(/\s+/).filter(Boolean);
  const [org, project] = shell ? [shell.org, shell.project] : ["", ""];
  const paused = readSign(usePaused(text, PAUSE_MS));
  const runsOnly = paused.sign === "#";
  const wanted = shell !== null && sign !== ">" && (runsOnly || paused.rest !== "");
  const query = useQuery({
    ...trpc.search.all.queryOptions({ org, project, q: paused.rest.slice(0, 200), runsOnly }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
  const found = wanted && query.data && shell ? foundGroups(shell.base, query.data, paused.rest) : [];
  const groups = { sign, words, recent, commands, found, ...{ known: { shell, ...viewer } } };
  return {
    groups: groupsOf(groups).filter(({ items }) => items.length > 0),
    words,
    query,
    settled: !wanted || (paused.rest === rest && !query.isPlaceholderData && !query.isFetching),
  };
}

function groupsOf(given: {
  sign: "#" | ">" | null;
  words: string[];
  recent: Recent[];
  commands: Item[];
  found: Group[];
  known: Parameters<typeof pageItems>[0];
}): Group[] {
  const { sign, words, recent, commands, found, known } = given;
  if (sign === ">") return [{ title: "Actions", items: bestFirst(commands, words) }];
  if (sign === "#") return found.filter(({ title }) => title === "Runs");
  const pages = bestFirst(pageItems(known), words);
  const projects = {
    title: "Switch project",
    items: bestFirst(projectItems(known), words).slice(0, MOST_PAGES),
  };
  if (words.length === 0) {
    return [
      { title: "Recent", items: recent.map(recentItem) },
      { title: "Pages", items: pages.filter(({ keys }) => keys !== undefined || known.shell === null) },
      projects,
    ];
  }
  const shown = { title: "Pages", items: pages.slice(0, MOST_PAGES) };
  const actions = { title: "Actions", items: bestFirst(commands, words).slice(0, MOST_PAGES) };
  // A page that begins with what is typed is what one wants to go to; it is there before the server answers.
  const first = pages.some(({ label }) => fits(label, words) <= 1);
  return [...(first ? [shown] : []), ...found, ...(first ? [] : [shown]), projects, actions];
}
