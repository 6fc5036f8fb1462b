import { describe, expect, it } from "vitest";
import { readVerdict } from "./verdict";

const NOW = new Date("2026-11-23T11:00:00Z");

function answered(status: number, body = "", retryAfter: string | null = null) {
  return readVerdict({ kind: "answered", status, body, retryAfter }, NOW, "slack");
}

describe("readVerdict", () => {
  it.each([200, 201, 204])("takes %d as sent", (status) =>
    expect(answered(status)).toEqual({ kind: "sent", status }),
  );

  it.each([408, 425, 429, 500, 502, 503, 504])("tries %d again", (status) =>
    expect(answered(status)).toMatchObject({ kind: "later", status }),
  );

  it.each([301, 302, 307, 400, 401, 403, 404, 405, 410, 413])(
    "does not try %d again, and says why",
    (status) => {
      const verdict = answered(status);
      expect(verdict).toMatchObject({ kind: "refused", status });
      expect(verdict.kind === "refused" && verdict.message).toContain(String(status));
      expect(verdict.kind === "refused" && verdict.fix).toMatch(/\.$/);
    },
  );

  it.each([
    [404, "no_service", "removed or is disabled"],
    [403, "invalid_token", "end of this address"],
    [410, "channel_is_archived", "archived"],
    [404, "channel_not_found\n", "channel is gone"],
    [403, "action_prohibited", "forbids"],
  ])("says what Slack means by %d %j", (status, body, meaning) =>
    expect(answered(status, body)).toMatchObject({
      kind: "refused",
      message: expect.stringContaining(meaning),
    }),
  );

  it("repeats no other body, which could quote the address", () => {
    const verdict = answered(404, "Cannot POST /services/T0/B0/s3cr3t");
    expect(JSON.stringify(verdict)).not.toContain("s3cr3t");
  });

  it.each([
    ["30", 30_000],
    ["0", 0],
    ["999999", 3_600_000],
    ["Mon, 23 Nov 2026 11:00:20 GMT", 20_000],
    ["Mon, 23 Nov 2026 10:00:00 GMT", 0],
  ])("reads Retry-After %j as %d ms", (retryAfter, afterMs) =>
    expect(answered(429, "", retryAfter)).toMatchObject({ kind: "later", afterMs }),
  );

  it.each([null, "", "soon", "-3"])("takes Retry-After %j for none", (retryAfter) =>
    expect(answered(503, "", retryAfter)).not.toHaveProperty("afterMs"),
  );

  it("tries again what could not be reached, not what may not be called", () => {
    expect(readVerdict({ kind: "unreachable", message: "gone" }, NOW, "slack")).toEqual({
      kind: "later",
      message: "gone",
    });
    expect(readVerdict({ kind: "refused", message: "private", fix: "Use" }, NOW, "slack")).toMatchObject({
      kind: "refused",
    });
  });
});
