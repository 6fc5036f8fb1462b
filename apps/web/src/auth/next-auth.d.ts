import type { SessionClaims } from "./session";

declare module "next-auth" {
  interface Session {
    claims: SessionClaims;
  }
  interface User {
    id: string;
    sessionVersion: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT extends SessionClaims {}
}
