import { problemSchema } from "@heddle/contract";
import type { About } from "./about";
import { type Answer, ask } from "./ask";
import type { ApiRow } from "./row";

const problem = problemSchema
  .extend({ message: problemSchema.shape.message.min(1), fix: problemSchema.shape.fix.min(1) })
  .strict();

const CODES: Record<number, string> = {
  400: "invalid",
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
};

let addresses = 0;

/** Another address for each request, as a proxy would say it: wrong keys are counted by address. */
export function someAddress(): Record<string, string> {
  addresses++;
  return { "x-forwarded-for": `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}` };
}

export interface Credentials {
  key: string | null;
  /** Slug of the project that the request names. */
  names?: string;
}

/** Calls an operation about the things of a tenant. */
export async function callApi(
  url: string,
  route: string,
  row: ApiRow,
  about: About,
  { key, names }: Credentials,
): Promise<Answer> {
  const [method = "", template = ""] = route.split(" ");
  const { params = {}, query = {}, json, body } = (await row.request?.(about)) ?? {};
  const path = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ""));
  const headers = {
    ...someAddress(),
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...(names === undefined ? {} : { "x-heddle-project": names }),
    ...(json === undefined ? {} : { "content-type": "application/json" }),
  };
  const search = new URLSearchParams(query).toString();
  return ask(url, {
    ...{ method, headers, path: search ? `${path}?${search}` : path },
    body: json === undefined ? body : JSON.stringify(json),
  });
}

/** "open", or the status of a refusal in its one shape; whatever has another is returned as it came. */
export function outcomeOfApi(row: ApiRow, { status, headers, text }: Answer): string {
  if (status === row.status) return "open";
  const parsed = problem.safeParse(
    headers["content-type"]?.startsWith("application/json") && JSON.parse(text),
  );
  const known = parsed.data !== undefined && parsed.data.code === CODES[status];
  const asked = status !== 401 || headers["www-authenticate"]?.startsWith("Bearer");
  return known && asked ? String(status) : `${status} ${text.slice(0, 150)}`;
}
