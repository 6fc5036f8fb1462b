import { DomainError } from "@heddle/core";
import { expect, test } from "vitest";
import { RateLimited } from "./rate-limited";
import { RateLimits } from "./rate-limits";

function limited(perKey = 60, failures = 3) {
  const clock = { now: 0 };
  const limits = new RateLimits({ perKey, failures }, () => clock.now);
  let asked = 0;
  const ask = async (key: string, address = "192.0.2.1", scheme = "Bearer ") => {
    const authenticate = async () => {
      asked++;
      if (key.startsWith("wrong")) throw new DomainError("unauthenticated", "unknown", { fix: "" });
      return "ok";
    };
    return limits
      .admit({ authorization: scheme + key.replaceAll(" ", "-"), address }, authenticate)
      .catch((error: unknown) => {
        if (error instanceof RateLimited) return error.waitMs;
        if (error instanceof DomainError) return error.code;
        throw error;
      });
  };
  return { clock, ask, asked: () => asked };
}

test("a key has a burst of a sixth of its rate, whatever the address it comes from", async () => {
  const { clock, ask } = limited(60);
  for (let i = 0; i < 10; i++) expect(await ask("good", `192.0.2.${i}`)).toBe("ok");
  expect(await ask("good")).toBe(1000);
  expect(await ask("other")).toBe("ok");
  clock.now = 1000;
  expect(await ask("good")).toBe("ok");
});

test("the same key is one key, however the header is spelled around it", async () => {
  const { ask } = limited(6);
  expect(await ask("good", "192.0.2.1", "Bearer ")).toBe("ok");
  for (const scheme of ["bearer ", "BEARER ", "Bearer    "]) {
    expect(await ask("good", "192.0.2.1", scheme)).toBe(10_000);
  }
});

test("wrong keys are not even looked up once their network has tried often enough", async () => {
  const { clock, ask, asked } = limited();
  for (let i = 0; i < 3; i++) expect(await ask(`wrong ${i}`)).toBe("unauthenticated");
  expect(await ask("wrong 4")).toBe(20_000);
  expect(await ask("good that nobody knows yet")).toBe(20_000);
  expect(asked()).toBe(3);
  expect(await ask("wrong 5", "192.0.2.2")).toBe("unauthenticated");
  clock.now = 20_000;
  expect(await ask("good that nobody knows yet")).toBe("ok");
});

test("a key that works goes on working beside somebody who guesses", async () => {
  const { ask } = limited();
  await ask("good");
  for (let i = 0; i < 10; i++) await ask(`wrong ${i}`);
  expect(await ask("good")).toBe("ok");
});

test("one network of IPv6 counts as one visitor", async () => {
  const { ask } = limited();
  for (let i = 0; i < 3; i++) await ask("wrong", `2001:db8:1:2::${i + 1}`);
  expect(await ask("wrong", "2001:db8:1:2:ffff::1")).toBe(20_000);
  expect(await ask("wrong", "2001:db8:1:3::1")).toBe("unauthenticated");
});

test("a database that is away counts for nobody's failure", async () => {
  const limits = new RateLimits({ perKey: 60, failures: 1 }, () => 0);
  const caller = { authorization: "Bearer good", address: "192.0.2.1" };
  for (let i = 0; i < 3; i++) {
    await expect(limits.admit(caller, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  }
  expect(await limits.admit(caller, async () => "ok")).toBe("ok");
});
