import { randomBytes } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { parseOptions } from "../options.mjs";
import { serviceCommands } from "./commands";

const instance = {
  databaseUrl: "postgresql://heddle@localhost:5432/heddle",
  secret: randomBytes(32).toString("base64"),
};

function commands() {
  return serviceCommands(parseOptions(["--port", "9000"], {}, { dataDir: "/data", cwd: "/here" }), instance);
}

afterEach(() => void vi.unstubAllEnvs());

test("web and worker get what npm start knows, and each a port of its own for metrics", () => {
  vi.stubEnv("METRICS_PORT", "9464");
  const { web, worker } = commands();
  const both = { NODE_ENV: "production", PORT: "9000", DATABASE_URL: instance.databaseUrl };
  expect(web.env).toMatchObject({ ...both, METRICS_PORT: "9464" });
  expect(worker.env).toMatchObject({ ...both, METRICS_PORT: "9465" });
});

test("without a port for metrics there is none", () => {
  vi.stubEnv("METRICS_PORT", "");
  expect(commands().worker.env.METRICS_PORT).toBe("");
});

test("whatever is wrong is said at once, before a process is started", () => {
  vi.stubEnv("SIGN_UP", "maybe");
  vi.stubEnv("METRICS_PORT", "9000");
  expect(commands).toThrow(
    /^METRICS_PORT must be another port than PORT.*\nSIGN_UP must be open.*$|^SIGN_UP must be open.*\nMETRICS_PORT must be another port than PORT.*$/,
  );
});
