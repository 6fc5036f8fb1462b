import { isIP } from "node:net";

/** Set by the listener on each request; whatever a client sends under this name is gone. */
export const ADDRESS_HEADER = "x-heddle-address";

/**
 * Where a request came from. Each trusted proxy appends whom it heard; what stands further to the left was
 * sent by the client and may say anything.
 */
export function clientAddress(
  socket: string,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies === 0) return plainAddress(socket);
  const entry = forwardedFor?.split(",").at(-trustedProxies)?.trim() ?? "";
  // Some proxies append the port, too.
  const address = entry.replace(/^\[(.+)\](?::\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");
  return plainAddress(isIP(address) ? address : socket);
}

/** An IPv4 address as people write it, also where it came over a socket of both kinds. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** The network that counts as one visitor: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function visitorOf(address: string): string {
  const plain = plainAddress(address);
  if (isIP(plain) !== 6) return plain;
  const [head = "", tail] = plain.split("%")[0]?.split("::") ?? [];
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill("0"), ...right];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
