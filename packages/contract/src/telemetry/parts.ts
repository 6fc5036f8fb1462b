import { z } from "zod";
import type { Attribute } from "../attribute";
import { LIMITS } from "../limits";
import { count, json, name, text } from "../primitives";
import type { Environment, ErrorFrame, ErrorReport, GitState } from "./events";

export const attributeSchema = z
  .object({
    name: z.string().max(LIMITS.nameLength),
    role: z.enum(["result", "parameter", "metric", "info"]),
    type: name,
    schemaVersion: count.max(1000),
    value: json,
  })
  .meta({ id: "Attribute" }) satisfies z.ZodType<Attribute>;

const errorFrame = z.object({
  function: text.nullable(),
  file: text.nullable(),
  line: count.nullable(),
  column: count.nullable(),
  own: z.boolean(),
}) satisfies z.ZodType<ErrorFrame>;

export const errorReportSchema = z
  .object({
    type: name,
    message: text,
    stack: text,
    frames: z.array(errorFrame).max(200),
    causes: z.array(z.object({ type: name, message: text })).max(20),
  })
  .meta({ id: "ErrorReport" }) satisfies z.ZodType<ErrorReport>;

export const gitStateSchema = z
  .object({
    commit: name,
    branch: text.nullable(),
    dirty: z.boolean().nullable(),
    remote: text.nullable(),
    author: text.nullable(),
    message: text.nullable(),
  })
  .meta({ id: "GitState" }) satisfies z.ZodType<GitState>;

const strings = z.record(z.string(), text);

export const environmentSchema = z
  .object({
    runtime: z.object({ name: text, version: text }),
    os: z.object({ name: text, version: text, arch: text }),
    cpu: z.object({ model: text, count }).nullable(),
    memoryBytes: count.nullable(),
    hostname: text.nullable(),
    user: text.nullable(),
    container: z.boolean().nullable(),
    ci: z.object({ name: text, job: text.nullable(), url: text.nullable() }).nullable(),
    command: text.nullable(),
    packages: strings,
    lockfileDigest: text.nullable(),
    variables: strings,
  })
  .meta({ id: "Environment" }) satisfies z.ZodType<Environment>;
