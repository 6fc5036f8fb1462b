import { chmod, chown, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { EmbeddedServer } from "@heddle/db/embedded";
import { type ComposeService, inOrder, readComposeFile, type Services } from "./compose-file";
import { wordsOf } from "./dockerfile";
import { cleanEnvironment } from "./environment";
import { buildImage, type Image } from "./image";
import { Network } from "./network";
import { startPostgres } from "./postgres";
import { ContainerProcess } from "./process";
import { type Places, relocate } from "./relocate";

const PATIENCE_MS = 120_000;
/** Debian's "nobody", for a server that the official image runs as a user of its own. */
const NOBODY = "65534:65534";

/** docker-compose.yml with processes instead of containers, in a folder of its own. */
export class Deployment {
  readonly #processes = new Map<string, ContainerProcess>();
  #database: EmbeddedServer | undefined;

  private constructor(
    readonly folder: string,
    readonly image: Image,
    readonly services: Services,
    readonly network: Network,
  ) {}

  /** Builds the image; starts nothing yet. */
  static async build(repository: string, folder: string): Promise<Deployment> {
    const services = await readComposeFile(repository);
    const image = await buildImage(repository, path.join(folder, "build"));
    return new Deployment(folder, image, services, await Network.open());
  }

  /** Starts what does not run, each service when those that it waits for are as it wants them. */
  async up(): Promise<void> {
    for (const name of inOrder(this.services)) {
      const needed = Object.entries(this.#service(name).depends_on ?? {});
      for (const [other, { condition }] of needed) await this.#reach(other, condition);
      if (this.#processes.get(name)?.hasEnded ?? true) await this.#start(name);
    }
    for (const name of this.#processes.keys()) {
      const once = this.#service(name).restart === undefined;
      await this.#reach(name, once ? "service_completed_successfully" : "service_healthy");
    }
  }

  /** What a service has printed. */
  log(name: string): string {
    return this.#processes.get(name)?.output ?? "";
  }

  /** Runs a command beside a service's own, as `docker compose exec` does. */
  async exec(name: string, words: string[]): Promise<{ code: number | null; output: string }> {
    const process = await this.#spawn(name, words);
    return { code: await process.ended(), output: process.output };
  }

  /** Ends the services, the last first, and tells their exit codes: null for one that had to be killed. */
  async down(): Promise<Record<string, number | null>> {
    const codes: Record<string, number | null> = {};
    for (const name of inOrder(this.services).reverse()) {
      const seconds = Number.parseFloat(this.#service(name).stop_grace_period ?? "10s");
      const process = this.#processes.get(name);
      if (process) codes[name] = await process.stop(seconds * 1000);
    }
    await this.#database?.stop();
    return codes;
  }

  #service(name: string): ComposeService {
    const service = this.services[name];
    if (!service) throw new Error(`docker-compose.yml has no service ${name}.`);
    return service;
  }

  async #start(name: string): Promise<void> {
    const { image, command } = this.#service(name);
    const isOurs = image === "heddle";
    if (!isOurs && !/:\d+(\.\d+)+-\w+$/.test(image)) throw new Error(`${image} is not pinned.`);
    if (image.startsWith("postgres:")) {
      const places = await this.#volumes(name);
      const env = this.#environment(name, places);
      this.#database ??= await startPostgres(
        places["/var/lib/postgresql"] ?? "",
        this.network.port("postgres:5432"),
        env,
      );
      return;
    }
    const words = command === undefined && isOurs ? this.image.command : wordsOf(command ?? "");
    const here = ["--bind", "127.0.0.1", "--port", String(this.network.port("redis:6379"))];
    this.#processes.set(
      name,
      await this.#spawn(name, image.startsWith("redis:") ? [...words, ...here] : words),
    );
  }

  async #spawn(name: string, words: string[]): Promise<ContainerProcess> {
    const isOurs = this.#service(name).image === "heddle";
    const places = await this.#volumes(name);
    const [uid, gid] = (isOurs ? this.image.user : NOBODY).split(":").map(Number);
    const owner = process.getuid?.() === 0 ? { uid, gid } : {};
    const cwd = isOurs ? path.join(this.image.root, this.image.folder) : (places["/data"] ?? this.folder);
    const env = this.#environment(name, places);
    const local = words.map((word) => relocate(this.network.localise(name, word), places));
    return new ContainerProcess(local, { ...owner, cwd, env });
  }

  #environment(name: string, places: Places): Record<string, string> {
    const { image, environment = {} } = this.#service(name);
    const given = { ...(image === "heddle" ? this.image.env : {}), ...environment };
    const local = Object.entries(given).map(([key, value]) => [
      key,
      relocate(this.network.localise(name, String(value)), places),
    ]);
    return {
      ...cleanEnvironment(),
      TMPDIR: path.join(this.folder, "volumes", `tmp-${name}`),
      ...Object.fromEntries(local),
    };
  }

  /** The folders that stand for those of a container. A new volume begins with what the image has there. */
  async #volumes(name: string): Promise<Places> {
    const { image, volumes = [] } = this.#service(name);
    const isOurs = image === "heddle";
    const places: Places = { "/app": path.join(this.image.root, "app") };
    for (const volume of [...volumes, `tmp-${name}:/tmp`]) {
      const [source = "", target = ""] = volume.split(":");
      const folder = path.join(this.folder, "volumes", source);
      // Only told by TMPDIR: what a command prints may lie below the /tmp of this machine.
      if (target !== "/tmp") places[target] = folder;
      if ((await mkdir(folder, { recursive: true })) === undefined) continue;
      const initial = await stat(path.join(this.image.root, target)).catch(() => null);
      // The servers' images take their folders over by themselves, and /tmp is everybody's.
      if (!isOurs || target === "/tmp") await chmod(folder, 0o777);
      else if (initial && process.getuid?.() === 0) await chown(folder, initial.uid, initial.gid);
    }
    return places;
  }

  /** Waits until a service has ended well, or until its health check passes as it is written. */
  async #reach(name: string, condition: string): Promise<void> {
    const process = this.#processes.get(name);
    if (condition === "service_completed_successfully") {
      const code = await process?.ended();
      if (code !== 0) throw new Error(`${name} ended with ${code}:\n${this.log(name)}`);
      return;
    }
    const [, ...check] = this.#service(name).healthcheck?.test ?? ["CMD", ...this.image.healthcheck];
    for (const start = Date.now(); ; await wait(500)) {
      const { code, output } = await this.exec(name, check);
      if (code === 0) return;
      const why = process?.hasEnded ? "ended" : Date.now() - start > PATIENCE_MS ? "is not healthy" : null;
      if (why) throw new Error(`${name} ${why}. ${check.join(" ")} said: ${output}\n${this.log(name)}`);
    }
  }
}
