import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { forgetSignIn, keepSignIn, unseenSignIn } from "./sign-in";
import { welcomeText } from "./welcome";

const secrets = { email: "admin@example.org", password: "pa ss:word", apiKey: `hdl_${"k".repeat(43)}` };

test("the first secrets wait in a private file until they were seen", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-first-"));
  expect(await unseenSignIn(folder)).toBeNull();
  await keepSignIn(folder, secrets);
  const unseen = await unseenSignIn(folder);
  expect(unseen?.secrets).toEqual(secrets);
  expect((await stat(unseen?.file ?? "")).mode & 0o777).toBe(0o600);
  await forgetSignIn(folder);
  expect(await unseenSignIn(folder)).toBeNull();
  await rm(folder, { recursive: true });
});

test("on a terminal the welcome shows the secrets and lines that can be pasted", () => {
  const text = welcomeText({
    publicUrl: "https://heddle.example.org",
    dataDir: "/d",
    secrets,
    secretsFile: null,
  });
  expect(text).toContain("Heddle is running: https://heddle.example.org\n");
  expect(text).toContain(`Password   ${secrets.password}\n`);
  expect(text).toContain("npm install https://heddle.example.org/sdk.tgz\n");
  expect(text).toContain(`export HEDDLE_API_KEY=${secrets.apiKey}\n`);
});

test("elsewhere it names the file only, and later nothing", () => {
  const text = welcomeText({
    publicUrl: "http://localhost:8241",
    dataDir: "/d",
    secrets: null,
    secretsFile: "/d/first-sign-in.txt",
  });
  expect(text).toContain("/d/first-sign-in.txt");
  expect(text).toContain("HEDDLE_API_KEY=<your API key>");
  const later = welcomeText({
    publicUrl: "http://localhost:8241",
    dataDir: "/d",
    secrets: null,
    secretsFile: null,
  });
  expect(later).not.toContain("sign in");
  expect(later).toContain("your data stays in /d.");
});
