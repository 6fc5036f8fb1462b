import { nameKey, type PoolClient, upsertRows } from "@heddle/db";
import { noteUse } from "../note-use";

/** Turns names into keys and remembers the texts of those that were too long. */
export class NameBook {
  readonly #keys = new Map<string, string>();
  readonly #texts = new Map<string, string>();

  key(name: string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const { key, long } = nameKey(name);
    this.#keys.set(name, key);
    if (long) this.#texts.set(key, name);
    return key;
  }

  /** Writes the texts of long names. */
  async store(client: PoolClient, projectId: string): Promise<void> {
    const rows = [...this.#texts].sort().map(([key, text]) => ({ project_id: projectId, key, text }));
    await noteUse(
      client,
      projectId,
      "name_text",
      rows.map(({ key }) => key),
    );
    const columns = [
      { name: "project_id", type: "uuid" },
      { name: "key", type: "text" },
      { name: "text", type: "text" },
    ] as const;
    await upsertRows(client, {
      table: "name_text",
      columns,
      key: ["project_id", "key"],
      rows,
      onConflict: "ignore",
    });
  }
}
