import { expect, it } from "vitest";
import { Admission } from "./admission";

const MIB = 1024 ** 2;
const busy = expect.objectContaining({ reason: "busy", waitMs: 1000 });

it("gives a project half of the memory, and all of them no more than there is", () => {
  const admission = new Admission();
  const leave = admission.hold("a", 30 * MIB);
  expect(() => admission.hold("a", 3 * MIB)).toThrow(busy);
  admission.hold("b", 30 * MIB);
  admission.hold("c", 4 * MIB);
  expect(() => admission.hold("d", 1)).toThrow(busy);
  leave();
  admission.hold("d", 1);
  admission.hold("a", 25 * MIB);
});

it("gives a project half of the places, and gives them back", () => {
  const admission = new Admission();
  const ends = Array.from({ length: 32 }, () => admission.begin("a"));
  expect(() => admission.begin("a")).toThrow(busy);
  expect(() => admission.begin("b")).not.toThrow();
  for (const end of ends) end();
  for (let i = 0; i < 32; i++) admission.begin("a");
  expect(() => admission.begin("a")).toThrow(busy);
});
