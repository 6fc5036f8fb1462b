import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { ServerResponse } from "node:http";

/** How an ID token is changed before it is signed again. */
export interface Forgery {
  claims?: Record<string, unknown>;
  /** With a key that is not the provider's. */
  otherKey?: boolean;
  /** With no signature at all. */
  unsigned?: boolean;
}

export function signingKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" };
  return { jwk, privateKey };
}

/** Puts a forged ID token into the answer that is about to be sent. */
export function forgeIdToken(res: ServerResponse, key: KeyObject, forgery: Forgery): void {
  const end = res.end.bind(res);
  res.end = ((body: string) => {
    const answer = JSON.parse(String(body));
    if (answer.id_token) answer.id_token = forged(answer.id_token, key, forgery);
    const text = JSON.stringify(answer);
    res.setHeader("content-length", Buffer.byteLength(text));
    return end(text);
  }) as typeof res.end;
}

function forged(token: string, key: KeyObject, { claims, otherKey, unsigned }: Forgery): string {
  const [head = "", body = ""] = token.split(".");
  const parse = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
  const text = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const header = unsigned ? { ...parse(head), alg: "none" } : parse(head);
  const signed = `${text(header)}.${text({ ...parse(body), ...claims })}`;
  if (unsigned) return `${signed}.`;
  const by = otherKey ? signingKey().privateKey : key;
  return `${signed}.${sign("sha256", Buffer.from(signed), by).toString("base64url")}`;
}
