import { type Database, withScopeClient } from "@heddle/db";
import type { Context } from "../../context";
import type { Arrived, Outcome } from "./arrived";
import { storeGroup } from "./store-group";

interface Waiting {
  arrived: Arrived;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

/** Bounds of one transaction. */
const MOST_BATCHES = 64;
const MOST_BYTES = 8 * 1024 * 1024;
/** Of the connections of a process, so that pages and their readers have some left. */
const SHARE_OF_CONNECTIONS = 0.5;
/** Of PostgreSQL: bad data, broken rules, too much of something, deadlocks. One batch may be the reason. */
const MAYBE_ONE_BATCH = /^(22|23|40|42|54|XX)/;

type Scope = Context["scope"];

/**
 * What arrives for a project while one of its transactions is under way shares the next one: the more arrives, the
 * less each batch costs. Projects take turns.
 */
class GroupCommit {
  /** In the order in which projects are served. */
  readonly #waiting = new Map<string, { scope: Scope; batches: Waiting[] }>();
  readonly #busy = new Set<string>();
  readonly #most: number;

  constructor(private readonly db: Database) {
    this.#most = Math.max(1, Math.floor(db.pool.options.max * SHARE_OF_CONNECTIONS));
  }

  add(scope: Scope, arrived: Arrived): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const found = this.#waiting.get(scope.projectId);
      const batches = found?.batches ?? [];
      if (!found) this.#waiting.set(scope.projectId, { scope, batches });
      batches.push({ arrived, resolve, reject });
      this.#begin();
    });
  }

  #begin(): void {
    for (const [projectId, { scope, batches }] of this.#waiting) {
      if (this.#busy.size >= this.#most) return;
      if (this.#busy.has(projectId)) continue;
      const group = takeGroup(batches);
      this.#waiting.delete(projectId);
      if (batches.length > 0) this.#waiting.set(projectId, { scope, batches });
      this.#busy.add(projectId);
      void this.#store(scope, group).finally(() => {
        this.#busy.delete(projectId);
        this.#begin();
      });
    }
  }

  /** Never rejects. */
  async #store(scope: Scope, group: Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#commit(scope, group);
      for (const [index, { resolve }] of group.entries()) resolve(outcomes[index] ?? null);
    } catch (error) {
      if (group.length > 1 && isMaybeOneBatch(error)) {
        for (const waiting of group) await this.#store(scope, [waiting]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }

  #commit(scope: Scope, group: Waiting[]): Promise<Outcome[]> {
    const batches = group.map(({ arrived }) => arrived);
    return withScopeClient(this.db, scope, (client) => storeGroup(client, scope.projectId, batches));
  }
}

function takeGroup(batches: Waiting[]): Waiting[] {
  let bytes = 0;
  let count = 0;
  for (const { arrived } of batches) {
    bytes += arrived.body.byteLength;
    if (count > 0 && (count === MOST_BATCHES || bytes > MOST_BYTES)) break;
    count++;
  }
  return batches.splice(0, count);
}

function isMaybeOneBatch(error: unknown): boolean {
  return error instanceof Error && "code" in error && MAYBE_ONE_BATCH.test(String(error.code));
}

const commits = new WeakMap<Database, GroupCommit>();

/** Stores a batch together with others of its project that arrive at the same time. */
export function storeTogether(
  { db, scope }: Pick<Context, "db" | "scope">,
  arrived: Arrived,
): Promise<Outcome> {
  const commit = commits.get(db) ?? new GroupCommit(db);
  commits.set(db, commit);
  return commit.add(scope, arrived);
}
