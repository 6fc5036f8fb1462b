import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";

type Condition = "service_completed_successfully" | "service_healthy";

/** What the test reads of a service. */
export interface ComposeService {
  image: string;
  command?: string;
  environment?: Record<string, string | number>;
  volumes?: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: Condition }>;
  healthcheck?: { test: string[] };
  stop_grace_period?: string;
  /** Missing for a service that does its work once and ends. */
  restart?: string;
}

export type Services = Record<string, ComposeService>;

/** The services of the compose file, as a shell without any variable and a folder without .env give them. */
export async function readComposeFile(repository: string): Promise<Services> {
  const text = await readFile(path.join(repository, "docker-compose.yml"), "utf8");
  const interpolated = text.replace(/\$\{\w+:-([^}]*)\}/g, "$1");
  if (/\$\{?\w/.test(interpolated)) throw new Error("docker-compose.yml needs a variable to be prepared.");
  return (parse(interpolated, { merge: true }) as { services: Services }).services;
}

/** Names of the services, each after those that it waits for. */
export function inOrder(services: Services): string[] {
  const order = new Set<string>();
  const visit = (name: string) => {
    for (const needed of Object.keys(services[name]?.depends_on ?? {})) visit(needed);
    order.add(name);
  };
  for (const name of Object.keys(services)) visit(name);
  return [...order];
}
