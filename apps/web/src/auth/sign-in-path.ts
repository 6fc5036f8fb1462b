import { headers } from "next/headers";
import { PATH_HEADER } from "./path-header";

/** Where a visitor signs in to come back to the page that is being rendered. */
export async function signInPath(): Promise<string> {
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  return path === "/" ? "/signin" : `/signin?callbackUrl=${encodeURIComponent(path)}`;
}
