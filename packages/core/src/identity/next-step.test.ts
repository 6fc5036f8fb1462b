import { expect, test } from "vitest";
import { nextStep, type Situation } from "./next-step";

const email = "ada@example.org";
const facts = { provider: "google", subject: "7", email, emailVerified: true, name: "Ada" } as const;
const nobody: Situation = { facts, signedInAs: null, joinedTo: null, holder: null, mayCreate: true };
const ada = { id: "ada", email };
const work = { id: "work", email: "ada@work.example", providers: [] };

const withPassword = { ...ada, hasPassword: true, providers: [] };
const unverified = { ...facts, emailVerified: false };

test.each<[string, Partial<Situation>, object]>([
  ["nobody has the address and anyone may join", {}, { step: "create", email }],
  ["only the invited may join", { mayCreate: "invitation" }, { step: "refused", why: "invitation" }],
  ["nobody may join", { mayCreate: "closed" }, { step: "refused", why: "closed" }],
  ["an account has the address", { holder: withPassword }, { step: "password", account: ada }],
  [
    "an account has the address, and nobody may join",
    { holder: withPassword, mayCreate: "closed" },
    { step: "password", account: ada },
  ],
  [
    "that account has no password",
    { holder: { ...ada, hasPassword: false, providers: ["github"] } },
    { step: "other-identity", account: ada, providers: ["github"] },
  ],
  [
    "that account has another identity of the provider",
    { holder: { ...withPassword, providers: ["google"] } },
    { step: "occupied", account: ada },
  ],
  [
    "somebody is signed in, whoever has the address",
    { signedInAs: work, holder: withPassword },
    { step: "connect", account: { id: "work", email: work.email } },
  ],
  [
    "who is signed in has another identity of the provider",
    { signedInAs: { ...work, providers: ["google"] } },
    { step: "occupied", account: { id: "work", email: work.email } },
  ],
  ["the address is not verified", { facts: unverified }, { step: "unverified" }],
  [
    "the address is not verified and somebody is signed in",
    { facts: unverified, signedInAs: work },
    { step: "unverified" },
  ],
  [
    "the address is not verified and an account has it",
    { facts: unverified, holder: withPassword },
    { step: "unverified" },
  ],
  ["there is no address", { facts: { ...facts, email: null } }, { step: "unverified" }],
  ["it is joined and nobody is signed in", { joinedTo: "ada" }, { step: "joined" }],
  ["it is joined to who is signed in", { joinedTo: "work", signedInAs: work }, { step: "joined" }],
  [
    "it is joined to somebody else",
    { joinedTo: "ada", signedInAs: work, holder: withPassword },
    { step: "taken", account: { id: "work", email: work.email } },
  ],
])("when %s", (_, situation, step) => {
  expect(nextStep({ ...nobody, ...situation })).toEqual(step);
});
