import { isSecretName } from "./is-secret-name";

/** What stands where a secret was. */
export const MASK = "[masked]";

/** Tokens that are known by their shape. Every repetition is bounded, so that no text takes long. */
const TOKENS: RegExp[] = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,10000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
  /\bhdl_[A-Za-z0-9_-]{20,100}/g,
  /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,255}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,255}/g,
  /\bgl(?:pat|ptt|dt|rt|cbt|agent)-[A-Za-z0-9_.-]{16,255}/g,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g,
  /\bxapp-[A-Za-z0-9-]{10,255}/g,
  /\b[rsp]k_(?:live|test)_[A-Za-z0-9]{10,255}/g,
  /\bwhsec_[A-Za-z0-9+/=]{16,255}/g,
  /\bsk-[A-Za-z0-9_-]{20,255}/g,
  /\bAIza[A-Za-z0-9_-]{30,50}/g,
  /\bya29\.[A-Za-z0-9_-]{20,500}/g,
  /\bGOCSPX-[A-Za-z0-9_-]{20,60}/g,
  /\bnpm_[A-Za-z0-9]{30,60}/g,
  /\bpypi-[A-Za-z0-9_-]{40,255}/g,
  /\bhf_[A-Za-z0-9]{20,100}/g,
  /\bSG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,100}/g,
  /\bdapi[a-f0-9]{32}\b/g,
  /\bdop_v1_[a-f0-9]{40,80}/g,
  /\beyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{0,2000}/g,
];
const WEBHOOK =
  /(https:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks)\/)[^\s"'<>]{1,500}/g;
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"'<>]{0,200}:)[^\s/"'<>]{1,500}(?=@)/gi;
const URL_USER = /(\bhttps?:\/\/)[^\s/:@"'<>]{16,200}(?=@)/gi;
const BEARER = /(\b(?:bearer|basic)\s{1,5})[A-Za-z0-9._~+/=-]{8,4000}/gi;
const NAMED =
  /([A-Za-z][A-Za-z0-9_.-]{0,100})(["']?\s{0,3}[=:]\s{0,3})("[^"\n]{1,2000}"|'[^'\n]{1,2000}'|[^\s"',;&]{1,2000})/g;
const FLAG =
  /(--?)([A-Za-z][A-Za-z0-9_-]{0,100})(\s{1,5})(?!-)("[^"\n]{1,2000}"|'[^'\n]{1,2000}'|[^\s"']{1,2000})/g;

/**
 * `text` with tokens of well-known shapes and passwords in URLs replaced by `[masked]`. Lines stay where they
 * are, so that it can be used on source code.
 */
export function maskTokens(text: string): string {
  let masked = text;
  for (const token of TOKENS) {
    masked = masked.replace(token, (found) => MASK + "\n".repeat(found.split("\n").length - 1));
  }
  return masked
    .replace(WEBHOOK, `$1${MASK}`)
    .replace(URL_PASSWORD, `$1${MASK}`)
    .replace(URL_USER, `$1${MASK}`);
}

/** The same, and values after names that tell of a secret: `api_key=`, `--password`, `Bearer`. */
export function maskSecrets(text: string): string {
  return maskTokens(text)
    .replace(BEARER, `$1${MASK}`)
    .replace(FLAG, (all, dashes: string, name: string, gap: string) =>
      isSecretName(name) ? `${dashes}${name}${gap}${MASK}` : all,
    )
    .replace(NAMED, (all, name: string, sign: string) =>
      isSecretName(name) ? `${name}${sign}${MASK}` : all,
    );
}
