import { describe, expect, it } from "vitest";
import { groupProjects } from "./group-projects";

const counts = { projects: 0, people: 1, mayRestore: false };

function project(org: string, slug: string) {
  const organization = { slug: org, name: org };
  return { id: slug, slug, name: slug, organization, role: "viewer", organizationRole: null } as const;
}

describe("groupProjects", () => {
  it("keeps organisations without projects and leaves out deleted ones", () => {
    const groups = groupProjects(
      [project("acme", "b"), project("acme", "a"), project("zoo", "c")],
      [
        { slug: "acme", name: "Acme", role: null, deletedAt: null, ...counts },
        { slug: "empty", name: "Empty", role: "owner", deletedAt: null, ...counts },
        { slug: "gone", name: "Gone", role: "owner", deletedAt: "2026-01-01T00:00:00.000Z", ...counts },
        { slug: "zoo", name: "Zoo", role: "admin", deletedAt: null, ...counts },
      ],
    );
    expect(groups.map(({ slug, role, projects }) => [slug, role, projects.map(({ slug }) => slug)])).toEqual([
      ["acme", null, ["b", "a"]],
      ["empty", "owner", []],
      ["zoo", "admin", ["c"]],
    ]);
  });
});
