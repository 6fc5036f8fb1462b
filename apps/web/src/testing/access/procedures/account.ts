import { randomUUID } from "node:crypto";
import type { ProcedureRow } from "../row";

const token = "nobody-was-sent-this";
const password = "turnips in copper pans";
const someone = () => `${randomUUID()}@example.org`;

export const accountProcedures: Record<string, ProcedureRow> = {
  "account.get": { who: "user" },
  "account.update": { who: "user", input: () => ({ name: "Walker" }) },
  "account.changePassword": {
    who: "user",
    input: () => ({ current: "not the password", password }),
    answer: { code: "BAD_REQUEST", path: "/current" },
  },
  "account.changeEmail": {
    who: "user",
    input: () => ({ email: someone(), password: "not the password" }),
    answer: { code: "BAD_REQUEST", path: "/password" },
  },
  "account.endSessions": { who: "user", endsSessions: true },
  "account.disconnect": {
    who: "user",
    input: () => ({ provider: "github" }),
    answer: { code: "NOT_FOUND", path: "/provider" },
  },
  "account.events": {
    who: "user",
    input: ({ accountCursor }) => ({ cursor: accountCursor }),
    places: ["cursor"],
  },
  "account.remove": {
    who: "user",
    input: () => ({ email: someone() }),
    answer: { code: "BAD_REQUEST", path: "/email" },
  },
  "account.requestReset": { who: "anyone", input: () => ({ email: someone() }) },
  "account.reset": {
    who: "anyone",
    input: () => ({ token, password }),
    answer: { code: "NOT_FOUND", path: "/token" },
    plain: ["token"],
  },
  "account.signUpMode": { who: "anyone" },
  "account.signUp": {
    who: "anyone",
    input: () => ({ email: someone(), name: "Somebody", password }),
    // The instance that is walked over takes whoever is invited.
    answer: { code: "FORBIDDEN", path: "" },
  },
  "account.confirm": {
    who: "anyone",
    input: () => ({ token }),
    answer: { code: "NOT_FOUND", path: "/token" },
    plain: ["token"],
  },
};
