import type { Role } from "@heddle/core";
import type { About } from "./about";

// Who may call what: every route of every surface has a row. The walk (src/walk) starts the web process, fails
// when it serves something that has none or the other way round, and tries every row as everybody.
//
// To add a route, add its row: procedures to procedures/<router>.ts, pages to pages.ts, the HTTP API to api.ts,
// any other address to served.ts. about.ts says what there is to call it with. A thing is either used again by
// the next caller (`about.run`), or made anew (`await about.make.key()`) for calls that use it up: whoever is
// entitled has to succeed.

/**
 * Who gets an answer. Who sees the organisation or project but lacks the role gets FORBIDDEN, who does not
 * see it NOT_FOUND, a visitor UNAUTHORIZED; pages send visitors to /signin and are 404 to the others.
 */
export type Who =
  | "anyone"
  | "user"
  /** Who owns an organisation, whichever. */
  | "owner of any"
  /** Who runs the instance; to all others there is no such thing. */
  | "operator"
  | `organization ${Role}`
  | `project ${Exclude<Role, "owner">}`;

type Made<T> = T | Promise<T>;

export interface Identified {
  /** Fields that name a row: for that of another tenant the answer is NOT_FOUND, and the row stays as it was. */
  ids?: string[];
  /** Fields with a place or a filter: with another tenant's the answer shows nothing of that tenant. */
  places?: string[];
  /** Fields that are called like ids and name nothing that exists. */
  plain?: string[];
}

export interface ProcedureRow extends Identified {
  who: Who;
  /** What the procedure takes besides `org` and `project`, which are added. */
  input?: (about: About) => Made<Record<string, unknown>>;
  /** What the entitled get when it cannot be a success: the code, and the field that the refusal is about. */
  answer?: { code: string; path: string };
  /** Those without the role get NOT_FOUND, too. */
  hidden?: true;
  /** Each call gets a tenant of its own, in which the actor has the same roles. */
  fresh?: true;
  /** The caller's sessions end with it. */
  endsSessions?: true;
}

export interface PageRow extends Identified {
  who: Who;
  /** Those without the role get 404, too. */
  hidden?: true;
  /** The dynamic segments besides `org` and `project`. */
  params?: (about: About) => Made<Record<string, string>>;
  /** Where the page may send those who are entitled. */
  to?: RegExp;
  /** Those who see the organisation or project but lack the role get the page with this text, without its data. */
  denied?: string;
}

export type KeyWho = "anyone" | "key ingest" | "key read" | "key admin";

export interface ApiRequest {
  params?: Record<string, string>;
  query?: Record<string, string>;
  json?: unknown;
  body?: string;
}

export interface ApiRow extends Identified {
  who: KeyWho;
  /**
   * A project, when left out, which keys of an organisation name with a header; either, and then the
   * organisation when none is named; or the organisation, for which keys of projects are forbidden.
   */
  of?: "tenant" | "organization";
  /** Status for who is entitled. */
  status: number;
  request?: (about: About) => Made<ApiRequest>;
}

/** An address that belongs to no other surface; anyone may ask. */
export interface ServedRow {
  status: number;
  /** Its media type, without parameters. */
  type: string;
}

/** An action of next-auth; anyone may ask. */
export interface NextAuthRow {
  status: number;
  /** Where it leads, when it redirects: a path of ours, whatever the request asks for. */
  to?: string;
  /** The address goes on with a way to sign in. */
  provider?: true;
}
