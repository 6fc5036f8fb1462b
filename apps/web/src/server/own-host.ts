import { isIP } from "node:net";

/** Names that the public DNS gives to nobody: RFC 6761, RFC 6762, RFC 8375, and what routers call their network. */
const LOCAL = /^(?:[^.]+|.+\.(?:localhost|local|internal|lan|home\.arpa|test))$/;

/**
 * Whether a request was sent to a name of this instance. A page under a foreign name that its owner lets
 * point to us (DNS rebinding) would count as ours: same origin for the browser, inside the network.
 */
export function isOwnHost(host: string | undefined, publicUrl: string): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  if (hostname === new URL(publicUrl).hostname) return true;
  // An address names whoever answers at it; a local name takes somebody inside the network to give away.
  return isIP(hostname.replace(/^\[|\]$/g, "")) !== 0 || LOCAL.test(hostname);
}
