import type { TelemetryAnswer } from "@heddle/contract";

export interface Answer {
  rejected: { index: number; code: string; message: string }[];
  need: TelemetryAnswer["need"];
}

/** Reads the server's answer to a batch; null when it is not one: a proxy's page, an empty body. */
export function parseAnswer(body: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(body);
    if (!isObject(answer) || typeof answer.accepted !== "number") return null;
    const need = isObject(answer.need) ? answer.need : {};
    const rejected = Array.isArray(answer.rejected) ? answer.rejected.filter(isObject) : [];
    return {
      rejected: rejected.map(({ index, code, message }) => ({
        index: typeof index === "number" ? index : -1,
        code: String(code),
        message: String(message),
      })),
      need: { codeVersions: strings(need.codeVersions), blobs: strings(need.blobs) },
    };
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
