import { isIP } from "node:net";
import { isPublicAddress } from "./public-address";

/** Why an address may not be called. The address itself is a secret and never part of the text. */
export interface Refusal {
  message: string;
  fix: string;
}

export interface Target {
  url: URL;
  /** Named in OUTBOUND_ALLOW_HOSTS: plain http and private addresses are in order. */
  allowed: boolean;
}

const refuse = (message: string, fix: string): { refusal: Refusal } => ({ refusal: { message, fix } });

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The host as the socket will see it: without the brackets of an IPv6 address. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}

/** What can be said of an address before it is resolved: its form, its scheme, an IP written in it. */
export function readTarget(text: string, allowHosts: readonly string[]): Target | { refusal: Refusal } {
  const url = parse(text.trim());
  if (!url) return refuse("This is not a web address.", "Paste the whole address, beginning with https://.");
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return refuse("Messages go over https only.", "Paste an address that begins with https://.");
  if (url.username || url.password)
    return refuse("The address holds a user name or password.", "Use an address without the part before @.");
  if (allowHosts.includes(hostAndPort(url))) return { url, allowed: true };
  if (url.protocol === "http:") return { refusal: plainHttp(hostAndPort(url)) };
  const host = bareHost(url);
  if (isIP(host) && !isPublicAddress(host)) return { refusal: privateAddress(hostAndPort(url)) };
  return { url, allowed: false };
}

function plainHttp(host: string): Refusal {
  return {
    message: "Messages go over https only.",
    fix: `Paste an address that begins with https://, or have the operator add ${host} to OUTBOUND_ALLOW_HOSTS.`,
  };
}

/** The refusal of a host that is, or resolves to, an address outside the public Internet. */
function privateAddress(host: string): Refusal {
  return {
    message: "The address leads to a private or reserved network, which is not called.",
    fix: `Use a public https address, or have the operator add ${host} to OUTBOUND_ALLOW_HOSTS.`,
  };
}

/** The refusal of a target's host once its name was resolved. */
export function refusePrivate(url: URL): Refusal {
  return privateAddress(hostAndPort(url));
}
