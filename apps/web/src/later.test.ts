import { expect, test } from "vitest";
import { Later } from "./later";

test("work begins after the caller has gone on, and closing waits for it and for what it leads to", async () => {
  const done: string[] = [];
  const later = new Later(() => {});
  later.run("first", async () => {
    done.push("first");
    later.run("second", async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push("second");
    });
  });
  expect(done).toEqual([]);
  await later.close();
  expect(done).toEqual(["first", "second"]);
});

test("what fails is told with its name and stops nothing else", async () => {
  const failures: string[] = [];
  const later = new Later((what, error) => failures.push(`${what}: ${error}`));
  later.run("bad", () => Promise.reject(new Error("no")));
  later.run("worse", () => {
    throw new Error("at once");
  });
  later.run("good", async () => void failures.push("good"));
  await later.close();
  expect(failures.sort()).toEqual(["bad: Error: no", "good", "worse: Error: at once"]);
});
