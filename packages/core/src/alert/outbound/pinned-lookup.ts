import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** Thrown into the socket when a name resolves to an address outside the public Internet. */
export class PrivateAddressError extends Error {}

/**
 * A lookup for one connection. The socket connects to the very addresses that were checked here, so a
 * name that answers differently the second time (DNS rebinding) gains nothing.
 */
export function pinnedLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const refused = !allowPrivate && addresses.some(({ address }) => !isPublicAddress(address));
        const [first] = addresses;
        if (refused || !first) {
          callback(refused ? new PrivateAddressError() : notFound(), "", 4);
        } else if (options.all) {
          callback(null, addresses);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 4),
    );
  };
}

function notFound(): NodeJS.ErrnoException {
  return Object.assign(new Error("no address"), { code: "ENOTFOUND" });
}
