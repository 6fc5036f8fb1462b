import type { VersionComparison, VersionSummary } from "@heddle/core";
import { shortHash } from "../../format/hash";
import { formatCount } from "../../format/number";

type Runs = VersionSummary["runs"];

/** `5 of 5 runs failed`, `399 of 402 runs good`, with the tone that the figures have. */
export function runsWords({ count, good, failed, running, more }: Runs): {
  text: string;
  tone: "good" | "bad" | "plain";
} {
  if (count === 0) return { text: "no run", tone: "plain" };
  const of = `of ${more ? "the newest " : ""}${formatCount(count)}`;
  const runs = count === 1 ? "run" : "runs";
  if (good === 0 && failed > 0) return { text: `${formatCount(failed)} ${of} ${runs} failed`, tone: "bad" };
  if (good === 0 && running === count)
    return { text: `${formatCount(count)} ${runs} at work`, tone: "plain" };
  return { text: `${formatCount(good)} ${of} ${runs} good`, tone: good === count ? "good" : "plain" };
}

/** `1 changed, 2 new, 2 gone`; null for a first version. */
export function changesWords({ previous, changes, configChanged }: VersionSummary): string[] {
  if (previous === null) return ["first version"];
  if (changes === null) return ["not known yet what changed"];
  const { changed, added, removed, upstream, unknown } = changes;
  return [
    `${formatCount(changed)} changed`,
    `${formatCount(added)} new`,
    `${formatCount(removed)} gone`,
    ...(upstream > 0 ? [`${formatCount(upstream)} upstream`] : []),
    ...(unknown > 0 ? [`${formatCount(unknown)} not known`] : []),
    ...(configChanged ? ["configuration"] : []),
  ];
}

/** What people call a version: the subject of its commit, or its hash. */
export function versionTitle({ hash, git }: Pick<VersionSummary, "hash" | "git">): string {
  return git?.subject ?? `Version ${shortHash(hash)}`;
}

/** `spend.py` of `features/spend.py`. */
export function fileName(path: string): string {
  return path.split("/").at(-1) || path;
}

/** Says what of a file differs that belongs to no node. */
export function fileWords({ path, only, outside }: VersionComparison["files"][number]): string {
  const name = fileName(path);
  if (only === "after") return `${name}, a new file`;
  if (only === "before") return `${name}, a file that is gone`;
  return outside ? `imports and other lines of ${name}` : `order or space in ${name}`;
}

/** The same in one or two words, beside the file's name. */
export function restWords({ only, outside }: VersionComparison["files"][number]): string {
  if (only) return only === "after" ? "new file" : "gone";
  return outside ? "other lines" : "order or space";
}
