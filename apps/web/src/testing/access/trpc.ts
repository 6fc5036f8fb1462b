import { problemSchema } from "@heddle/contract";
import { z } from "zod";
import { appRouter } from "../../trpc/root";
import type { About } from "./about";
import { type Answer, ask } from "./ask";
import { someAddress } from "./http-api";
import type { ProcedureRow } from "./row";

/** Every procedure of the router with its kind. */
export const kinds = new Map(
  Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
    const { type } = Reflect.get(procedure, "_def");
    return [path, String(type)];
  }),
);

/** Names of the fields that a procedure takes. */
export function fieldsOf(path: string): string[] {
  const procedure = Reflect.get(appRouter._def.procedures, path);
  const inputs: unknown[] = Reflect.get(procedure, "_def").inputs;
  return inputs.flatMap((input) => Object.keys(Reflect.get(Object(input), "shape") ?? {}));
}

/** What a procedure is called with about a tenant. */
export async function inputOf(row: ProcedureRow, about: About): Promise<Record<string, unknown>> {
  const { org, project } = about;
  return { org, project, ...(await row.input?.(about)) };
}

/** Fields by which a call names rows of a tenant. */
export function namedBy({ who, ids = [] }: ProcedureRow): string[] {
  if (who.startsWith("project")) return ["org", "project", ...ids];
  // The organisation to restore is named by another field.
  return who.startsWith("organization") && !ids.includes("slug") ? ["org", ...ids] : ids;
}

/** The one shape in which a refusal leaves: nothing more is in it, and nothing less. */
const refusalSchema = z.strictObject({
  message: z.string().min(1),
  code: z.number(),
  data: z.strictObject({
    code: z.string(),
    httpStatus: z.number(),
    path: z.string(),
    problem: problemSchema.extend({ message: z.string().min(1), fix: z.string().min(1) }),
    requestId: z.string().min(1),
  }),
});

/** Calls a procedure as the browser does. */
export function callProcedure(
  url: string,
  cookie: string,
  path: string,
  input: Record<string, unknown>,
): Promise<Answer> {
  if (kinds.get(path) === "mutation") {
    const headers = { ...someAddress(), cookie, origin: url, "content-type": "application/json" };
    return ask(url, { method: "POST", path: `/api/trpc/${path}`, headers, body: JSON.stringify(input) });
  }
  const query = encodeURIComponent(JSON.stringify(input));
  return ask(url, { path: `/api/trpc/${path}?input=${query}`, headers: { cookie } });
}

function contentOf({ headers, text }: Answer): { result?: unknown; error?: unknown } {
  if (!headers["content-type"]?.startsWith("text/event-stream")) return JSON.parse(text);
  const error = /event: serialized-error\ndata: (.*)\n/.exec(text)?.[1];
  return error === undefined ? { result: text } : { error: JSON.parse(error) };
}

/** "open", or the code of the refusal; whatever has another shape is returned as it came. */
export function outcomeOf(path: string, row: Pick<ProcedureRow, "answer">, answer: Answer): string {
  const { status, text } = answer;
  const { result, error } = contentOf(answer);
  if (result !== undefined && status === 200) return row.answer ? "open, and should be refused" : "open";
  const refusal = refusalSchema.safeParse(error).data;
  const streamed = kinds.get(path) === "subscription";
  if (refusal?.data.path !== path || status !== (streamed ? 200 : refusal.data.httpStatus))
    return `${status} ${text.slice(0, 150)}`;
  const { code, problem } = refusal.data;
  if (row.answer && row.answer.code === code && row.answer.path === problem.path) return "open";
  return code === "UNAUTHORIZED" || code === "FORBIDDEN" || code === "NOT_FOUND"
    ? code
    : `${code} at ${problem.path}: ${problem.message}`;
}
