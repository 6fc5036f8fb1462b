import { canonicalJson, type JsonValue } from "@heddle/contract";
import { isSecretName, MASK, maskSecrets } from "@heddle/stats";

/** One value that is not the same on both sides, as text; null where it is not set. Secrets are masked. */
export interface ValueChange {
  /** `features.windows[1]`; names that are no words stand in brackets and quotes. */
  path: string;
  before: string | null;
  after: string | null;
}

export interface ValueChanges {
  changes: ValueChange[];
  /** Changes beyond those listed. */
  more: number;
  same: number;
}

const LISTED = 500;
const TEXT_LENGTH = 400;

interface Leaf {
  value: JsonValue;
  secret: boolean;
}

/** All values of two objects that differ, however deep, by their paths. */
export function diffValues(
  before: Record<string, JsonValue>,
  after: Record<string, JsonValue>,
): ValueChanges {
  const [then, now] = [leavesOf(before), leavesOf(after)];
  const changes: ValueChange[] = [];
  let same = 0;
  for (const path of new Set([...then.keys(), ...now.keys()])) {
    const [old, fresh] = [then.get(path), now.get(path)];
    if (old && fresh && canonicalJson(old.value) === canonicalJson(fresh.value)) same++;
    else changes.push({ path, before: textOf(old), after: textOf(fresh) });
  }
  changes.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { changes: changes.slice(0, LISTED), more: Math.max(0, changes.length - LISTED), same };
}

/** The value as text, as one would write it in JSON, without secrets and of bounded length. */
function textOf(leaf: Leaf | undefined): string | null {
  if (!leaf) return null;
  if (leaf.secret && leaf.value !== null) return MASK;
  const text = typeof leaf.value === "string" ? maskSecrets(leaf.value) : canonicalJson(leaf.value);
  const shown = typeof leaf.value === "string" ? JSON.stringify(text) : text;
  return shown.length > TEXT_LENGTH ? `${shown.slice(0, TEXT_LENGTH)}…` : shown;
}

function leavesOf(root: Record<string, JsonValue>): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const waiting: (Leaf & { path: string })[] = [{ path: "", value: root, secret: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, value, secret } = next;
    const inner = partsOf(value, path);
    if (inner.length > 0) {
      for (const part of inner) waiting.push({ ...part, secret: secret || part.secret });
    } else if (path !== "") leaves.set(path, { value, secret });
  }
  return leaves;
}

/** What is inside of a value; nothing for scalars and for what is empty, which are values themselves. */
function partsOf(value: JsonValue, path: string): (Leaf & { path: string })[] {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) {
    return value.map((item, index) => ({ path: `${path}[${index}]`, value: item, secret: false }));
  }
  return Object.entries(value).map(([name, item]) => ({
    path: memberPath(path, name),
    value: item,
    secret: isSecretName(name),
  }));
}

function memberPath(path: string, name: string): string {
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}
