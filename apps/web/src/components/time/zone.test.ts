import { expect, test } from "vitest";
import { knownZone } from "./zone";

test("a cookie's zone counts when the runtime knows it", () => {
  expect(knownZone("Europe%2FBerlin")).toBe("Europe/Berlin");
  expect(knownZone("Europe/Berlin")).toBe("Europe/Berlin");
});

test.each(["", "%", "%E0%A4%A", "Atlantis/Main", "<script>"])("%j is taken for UTC", (cookie) => {
  expect(knownZone(cookie)).toBe("UTC");
});
