import type { IdentityFacts, Provider } from "./facts";

interface Account {
  id: string;
  email: string;
}

/** How things stand when somebody comes with an identity. */
export interface Situation {
  facts: IdentityFacts;
  /** Whose session the browser has. */
  signedInAs: (Account & { providers: Provider[] }) | null;
  /** Id of the user whom the identity signs in. */
  joinedTo: string | null;
  /** The account with the identity's address. */
  holder: (Account & { hasPassword: boolean; providers: Provider[] }) | null;
  /** Whether an account may be made for it: of what is missing otherwise. */
  mayCreate: true | "invitation" | "closed";
}

/** What an identity needs before it signs somebody in. Some of it ends here, with what to do instead. */
export type NextStep =
  /** Ask whether to join it to the account that is signed in. */
  | { step: "connect"; account: Account }
  /** Ask for the password of the account with its address. */
  | { step: "password"; account: Account }
  /** Ask whether to make an account. */
  | { step: "create"; email: string }
  | { step: "unverified" }
  /** It is joined to an account already: the signed-in one, or nobody is signed in. */
  | { step: "joined" }
  /** It is joined to another account than the one that is signed in. */
  | { step: "taken"; account: Account }
  /** The account has another identity of this provider. */
  | { step: "occupied"; account: Account }
  /** The account with its address has no password: another of its identities is the way in. */
  | { step: "other-identity"; account: Account; providers: Provider[] }
  | { step: "refused"; why: "invitation" | "closed" };

export function nextStep({ facts, signedInAs, joinedTo, holder, mayCreate }: Situation): NextStep {
  if (joinedTo !== null) {
    if (!signedInAs || signedInAs.id === joinedTo) return { step: "joined" };
    return { step: "taken", account: plain(signedInAs) };
  }
  if (facts.email === null || !facts.emailVerified) return { step: "unverified" };
  const account = signedInAs ?? holder;
  if (account?.providers.includes(facts.provider)) return { step: "occupied", account: plain(account) };
  if (signedInAs) return { step: "connect", account: plain(signedInAs) };
  if (holder?.hasPassword) return { step: "password", account: plain(holder) };
  if (holder) return { step: "other-identity", account: plain(holder), providers: holder.providers };
  return mayCreate === true ? { step: "create", email: facts.email } : { step: "refused", why: mayCreate };
}

const plain = ({ id, email }: Account): Account => ({ id, email });
