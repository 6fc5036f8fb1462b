import fc from "fast-check";
import { expect, test } from "vitest";
import { claimSlug, slugCandidates, slugText } from "./slug";
import { slugOf } from "./slug-of";

test.each([
  ["Growth Team", "growth-team"],
  ["  Zürich & Søn (EU) ", "zurich-son-eu"],
  ["Crème brûlée", "creme-brulee"],
  ["Straße 7", "strasse-7"],
  ["Ada's data", "adas-data"],
  ["ＡＣＭＥ", "acme"],
  ["Łódź", "lodz"],
  ["İstanbul", "istanbul"],
  ["データ", "organization"],
  ["🚀", "organization"],
  ["A", "organization-a"],
  ["-", "organization"],
  ["x".repeat(80), "x".repeat(63)],
  [`${"x".repeat(62)} y`, "x".repeat(62)],
])("%j suggests %s", (name, slug) => expect(slugOf(name, "organization")).toBe(slug));

test("every address that is ever tried is one that people may choose", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("organization", "project"), (name, kind) => {
      const tried = [...slugCandidates(name, kind)];
      for (const slug of tried) expect(slugText(kind).safeParse(slug).success, slug).toBe(true);
      expect(new Set(tried.slice(0, 9)).size).toBe(9);
    }),
  );
});

test("words with a page of their own are no address", () => {
  expect(slugCandidates("API", "organization").next().value).toBe("api-2");
  expect(slugCandidates("API", "project").next().value).toBe("api");
  expect(slugCandidates("Settings", "project").next().value).toBe("settings-2");
  expect(slugText("organization").safeParse("signin").success).toBe(false);
});

test.each(["", "a", "-a", "a-", "A b", "a_b", "a.b", "ä", "a\0b", "x".repeat(64)])(
  "%j cannot be chosen",
  (slug) => expect(slugText("project").safeParse(slug).success).toBe(false),
);

test("one who chooses an address that is taken is told so; a suggested one gives way", async () => {
  const taken = new Set(["team", "team-2"]);
  const insert = async (slug: string) => !taken.has(slug);
  expect(await claimSlug({ name: "Team" }, "organization", insert)).toBe("team-3");
  const chosen = claimSlug({ name: "Team", slug: "team" }, "organization", insert);
  await expect(chosen).rejects.toMatchObject({ code: "conflict", path: "/slug" });
  const never = claimSlug({ name: "Team" }, "organization", async () => false);
  await expect(never).rejects.toMatchObject({ code: "conflict" });
});
