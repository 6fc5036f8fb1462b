import type { Overview } from "@heddle/core";
import { formatCount, formatPercent } from "../../format/number";

export type PipelineHealth = Overview["pipelines"][number];

type Tone = "failed" | "lost" | "warning" | "running";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUS = "−";

const two = (value: number) => String(value).padStart(2, "0");

/** `97.4 %`, and `100 %` only of all. */
export function formatSuccess(share: number): string {
  return share === 1 ? "100 %" : formatPercent(share);
}

/** `+3.1`, `−16.7`, `0.0` points; a real minus sign. */
export function formatPoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  if (rounded === 0) return "0.0";
  return `${rounded > 0 ? "+" : MINUS}${Math.abs(rounded).toFixed(1)}`;
}

/** `+31 %`, `−4 %`; a share of a duration. */
export function formatChange(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0) return "0 %";
  return `${percent > 0 ? "+" : MINUS}${formatCount(Math.abs(percent))} %`;
}

/** A time between runs as people say it, of one or two parts: `15 min`, `1 h`, `1 h 30 m`, `24 h`, `7 d`. */
export function formatEvery(milliseconds: number): string {
  if (milliseconds < 60_000) return `${Math.max(1, Math.round(milliseconds / 1000))} s`;
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 60) return `${minutes} min`;
  if (milliseconds < 47 * HOUR) {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (rest < 3 || rest > 57) return `${Math.round(minutes / 60)} h`;
    return `${hours} h ${two(rest)} m`;
  }
  return `${Math.round(milliseconds / DAY)} d`;
}

/** How long ago, in two parts: `24 m`, `5 h 24 m`, `1 d 6 h`. */
export function formatAge(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${two(minutes % 60)} m`;
  const days = Math.floor(hours / 24);
  return days >= 10 || hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

/** The one word about a pipeline's present; null when there is nothing to say. */
export function nowWords(pipeline: PipelineHealth): { words: string; tone: Tone } | null {
  const { trouble, streak, slower, runs } = pipeline;
  const running = runs.at(-1)?.status === "running";
  if (trouble === "failing" || trouble === "lost") {
    const tone = trouble === "failing" ? "failed" : "lost";
    if (streak === runs.length && streak > 1) return { words: `all ${streak}`, tone };
    if (streak > 1) return { words: `${streak} in a row`, tone };
    return { words: trouble === "failing" ? "failed" : "no sign of life", tone };
  }
  if (trouble === "late") return { words: "late", tone: "warning" };
  if (trouble === "slower" && slower !== null)
    return { words: `${formatChange(slower)} slower`, tone: "warning" };
  return running ? { words: "running", tone: "running" } : null;
}

export interface Freshness {
  ageMs: number;
  /** How far towards the next run that is usual, from 0 to 1; null without a regular rhythm. */
  share: number | null;
  stale: boolean;
}

/** How old the last good run is, against the pipeline's own rhythm. */
export function freshnessOf({ lastGood, rhythm, trouble }: PipelineHealth, now: number): Freshness | null {
  if (!lastGood) return null;
  const ageMs = Math.max(0, now - Date.parse(lastGood.finishedAt));
  const limit = rhythm?.staleAfterMs ?? null;
  return {
    ageMs,
    share: rhythm && limit !== null ? Math.min(1, ageMs / rhythm.everyMs) : null,
    stale: limit !== null && (trouble === "late" || ageMs > limit),
  };
}

/** How often the pipeline runs, as far as its own starts tell. */
export function rhythmWords({ rhythm }: PipelineHealth): string {
  if (!rhythm) return "rhythm from the 5th run";
  return rhythm.staleAfterMs === null ? "no fixed rhythm" : `usually every ${formatEvery(rhythm.everyMs)}`;
}
