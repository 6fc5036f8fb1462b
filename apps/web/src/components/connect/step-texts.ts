import type { NextStep } from "@heddle/core";

interface Came {
  /** The service, as its button calls it. */
  service: string;
  email: string | null;
}

type End = Exclude<NextStep["step"], "connect" | "password" | "create">;
type Ended = Extract<NextStep, { step: End }>;

/** Why it does not go on, and what to do. */
export function endText(next: Ended, { service, email }: Came): { title: string; text: string } {
  const who = email ? `${service} account ${email}` : `${service} account`;
  switch (next.step) {
    case "unverified":
      return email
        ? {
            title: `${service} has not confirmed your e-mail address`,
            text: `Confirm ${email} there, then come back and try again. Without that, anybody could claim your address.`,
          }
        : {
            title: `${service} gave no e-mail address`,
            text: "Or none that can be used here. Add one there, make it the primary one, confirm it, then try again.",
          };
    case "joined":
      return { title: "Already connected", text: `Your ${who} signs you in.` };
    case "taken":
      return {
        title: `That ${service} account is connected to another account`,
        text: `You are signed in as ${next.account.email}, and your ${who} belongs to another account here. To use that one, sign out first; to connect it to this one, disconnect it there first.`,
      };
    case "occupied":
      return {
        title: `Another ${service} account is connected`,
        text: `${next.account.email} has one already. Sign in to it, disconnect that one under Account, Security, then connect this one.`,
      };
    case "other-identity":
      return {
        title: "You already have an account",
        text: `${next.account.email} has no password. Sign in the way you did before; you can connect ${service} then.`,
      };
    case "refused":
      return next.why === "invitation"
        ? {
            title: "You need an invitation",
            text: `There is no account for ${email} yet. Ask somebody who uses this instance for an invitation, open its link, and choose ${service} there.`,
          }
        : {
            title: "No new accounts",
            text: `There is no account for ${email}, and this instance accepts no new ones. Ask whoever runs it.`,
          };
  }
}
