import type { ProcedureRow } from "../row";

const cursor = (version: string) =>
  Buffer.from(JSON.stringify(["2100-01-01T00:00:00.000Z", version])).toString("base64url");

export const versionsProcedures: Record<string, ProcedureRow> = {
  "versions.list": {
    who: "project viewer",
    input: ({ version }) => ({ version, cursor: cursor(version) }),
    places: ["version", "cursor"],
  },
  "versions.diff": {
    who: "project viewer",
    input: ({ version }) => ({ from: version, to: version }),
    ids: ["from", "to"],
  },
  "versions.code": {
    who: "project viewer",
    input: ({ version, node }) => ({ from: version, to: version, of: { node } }),
    ids: ["from", "to"],
  },
};
