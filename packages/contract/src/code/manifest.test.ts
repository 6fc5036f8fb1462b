import { describe, expect, it } from "vitest";
import { type CodeManifest, manifestIdentity } from "./manifest";
import { codeManifestSchema } from "./schemas";

const manifest: CodeManifest = {
  pipeline: "growth",
  nodes: [
    { name: "spend", kind: "input", dependencies: [] },
    { name: "mean", kind: "function", dependencies: ["spend"], doc: "Mean spend." },
  ],
  files: [
    { path: "b.ts", sha256: "b".repeat(64), language: "typescript" },
    { path: "a.ts", sha256: "a".repeat(64), language: "typescript" },
  ],
  config: { region: "eu" },
};

describe("manifestIdentity", () => {
  it("does not depend on the order of nodes and files", () => {
    const reversed = {
      ...manifest,
      nodes: [...manifest.nodes].reverse(),
      files: [...manifest.files].reverse(),
    };
    expect(manifestIdentity(reversed)).toBe(manifestIdentity(manifest));
  });

  it("is the same before and after the wire", () => {
    const received = codeManifestSchema.parse(
      JSON.parse(
        JSON.stringify({ ...manifest, nodes: manifest.nodes.map((node) => ({ ...node, type: undefined })) }),
      ),
    );
    expect(manifestIdentity(received)).toBe(manifestIdentity(manifest));
  });

  it.each([
    ["configuration", { ...manifest, config: { region: "us" } }],
    [
      "the text of a file",
      { ...manifest, files: manifest.files.map((file) => ({ ...file, sha256: "c".repeat(64) })) },
    ],
    ["a dependency", { ...manifest, nodes: manifest.nodes.map((node) => ({ ...node, dependencies: [] })) }],
  ])("changes with %s", (_what, changed) => {
    expect(manifestIdentity(changed)).not.toBe(manifestIdentity(manifest));
  });
});
