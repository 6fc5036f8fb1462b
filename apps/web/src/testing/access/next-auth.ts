import type { NextAuthRow } from "./row";

/**
 * What next-auth serves below /api/auth, by method and action, and what it answers to a request without its
 * CSRF token. Anyone may ask: it is about who they are.
 */
export const nextAuth: Record<string, NextAuthRow> = {
  "GET providers": { status: 200 },
  "GET session": { status: 200 },
  "GET csrf": { status: 200 },
  "GET signin": { status: 302, to: "/signin" },
  "GET signout": { status: 200 },
  // Only other services come back with GET.
  "GET callback": { status: 500, provider: true },
  "GET verify-request": { status: 200 },
  "GET error": { status: 302, to: "/signin" },
  "POST signin": { status: 302, to: "/api/auth/signin", provider: true },
  "POST signout": { status: 302, to: "/api/auth/signout" },
  "POST callback": { status: 302, to: "/api/auth/signin", provider: true },
  "POST session": { status: 400 },
  // Its client would write into our log with this.
  "POST _log": { status: 404 },
};

/** Ways to sign in of the instance that is walked over. */
export const PROVIDERS = ["credentials", "identity"];
