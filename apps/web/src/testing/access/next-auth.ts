import type { NextAuthRow } from "./row";

/** What next-auth serves below /api/auth, by method and action. Each is for anyone: it asks who they are. */
export const nextAuth: Record<string, NextAuthRow> = {};
