import { spawnSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { copyContext } from "./build-context";
import { type Instruction, parseDockerfile, wordsOf } from "./dockerfile";
import { cleanEnvironment } from "./environment";
import { relocate } from "./relocate";

/** What a Dockerfile makes: a folder that stands for the root of its files, and how to run them. */
export interface Image {
  root: string;
  env: Record<string, string>;
  folder: string;
  user: string;
  command: string[];
  healthcheck: string[];
}

const CONTEXT = Symbol("context");

/** Runs the very instructions of a Dockerfile, in their order, with a folder for each stage. */
export async function buildImage(repository: string, target: string): Promise<Image> {
  const stages = new Map<string | symbol, Image>();
  const context = path.join(target, "context");
  await copyContext(repository, context);
  stages.set(CONTEXT, { ...blank(context), folder: "" });
  let image = blank(target);
  for (const instruction of parseDockerfile(await readFile(path.join(repository, "Dockerfile"), "utf8"))) {
    if (instruction.name === "FROM") {
      image = await begin(instruction, stages, path.join(target, `stage-${stages.size}`));
    } else await perform(instruction, image, stages);
  }
  return image;
}

const blank = (root: string): Image => ({
  root,
  env: {},
  folder: "/",
  user: "0:0",
  command: [],
  healthcheck: [],
});

async function begin({ text }: Instruction, stages: Map<string | symbol, Image>, root: string) {
  const [from = "", , name = root] = text.split(/\s+/);
  const base = stages.get(from);
  if (!base && !/^[\w/.-]+:[\w.-]*\d[\w.-]*$/.test(from)) throw new Error(`${from} is not pinned.`);
  const image = { ...(base ?? blank(root)), root };
  await mkdir(root, { recursive: true });
  if (base) copyTree(base.root, root);
  stages.set(name, image);
  return image;
}

async function perform(
  { name, flags, text }: Instruction,
  image: Image,
  stages: Map<string | symbol, Image>,
) {
  const inside = (place: string) => path.join(image.root, path.resolve(image.folder, place));
  switch (name) {
    case "WORKDIR":
      image.folder = text;
      await mkdir(inside("."), { recursive: true });
      return;
    case "COPY": {
      const source = stages.get(flags.from ?? CONTEXT);
      if (!source) throw new Error(`There is no stage ${flags.from} to copy from.`);
      const words = wordsOf(text);
      for (const from of words.slice(0, -1))
        copyTree(path.join(source.root, from), inside(words.at(-1) ?? ""));
      return;
    }
    case "RUN":
      return runLine(text, image);
    case "ENV":
      for (const [, key = "", value = ""] of text.matchAll(/(\w+)=(\S+)/g)) {
        image.env[key] = value.replace("$PATH", () => process.env.PATH ?? "");
      }
      return;
    case "USER":
      image.user = text;
      return;
    case "CMD":
      image.command = wordsOf(text);
      return;
    case "HEALTHCHECK":
      image.healthcheck = wordsOf(text.replace(/^.*?CMD\s+/, ""));
      return;
    case "EXPOSE":
      return;
    default:
      throw new Error(`The test does not know the instruction ${name}.`);
  }
}

function copyTree(source: string, target: string): void {
  const { status, stderr } = spawnSync("cp", ["-a", `${source}/.`, target], { encoding: "utf8" });
  if (status !== 0) throw new Error(`COPY failed: ${stderr}`);
}

function runLine(text: string, image: Image): void {
  const places = { "/app": path.join(image.root, "app"), "/data": path.join(image.root, "data") };
  const cwd = path.join(image.root, image.folder);
  const env = { ...cleanEnvironment(), ...image.env };
  const line = relocate(asPossible(text), places);
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", line], { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`RUN ${text}\nended with ${status}:\n${stdout}\n${stderr}`);
}

/** Only root can give files away; others keep them, and run the services themselves. */
const asPossible = (line: string) =>
  process.getuid?.() === 0
    ? line
    : line.replace(/\bchown \d+:\d+/g, `chown ${process.getuid?.()}:${process.getgid?.()}`);
