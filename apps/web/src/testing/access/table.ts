import { api } from "./api";
import { nextAuth } from "./next-auth";
import { pages } from "./pages";
import { procedures } from "./procedures";
import { served } from "./served";

/**
 * Who may call what: every route of every surface. The walk (src/walk) starts the web process, fails when
 * it serves something that is not here or the other way round, and tries every row as every actor.
 *
 * To add a route, add its row: procedures to procedures/<router>.ts, pages to pages.ts, the HTTP API to
 * api.ts, any other address to served.ts. row.ts says what a row holds, about.ts what there is to call it
 * with: a thing is to be used again by the next actor (`about.run`), or made anew (`await about.make.key()`)
 * for calls that use it up, so that whoever is entitled succeeds, and whoever succeeds shows it.
 */
export const TABLE = { pages, procedures, api, nextAuth, served };
