import { isIP } from "node:net";

/** Set by server.ts from the connection on each request; whatever a client sends under this name is gone. */
export const ADDRESS_HEADER = "x-heddle-address";

/** The network that counts as one visitor: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function visitorOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (isIP(plain) !== 6) return plain;
  const [head = "", tail] = plain.split("%")[0]?.split("::") ?? [];
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill("0"), ...right];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
