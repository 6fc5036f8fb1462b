import { compose } from "./compose";
import type { Mail } from "./mail";

interface Addressed {
  to: string;
  name: string;
  publicUrl: string;
}

const NOT_YOU = "If that was not you, do nothing: without the link, nothing changes.";

export function resetMail({ to, name, publicUrl, link }: Addressed & { link: string }): Mail {
  return compose({
    to,
    publicUrl,
    subject: "Set a new password for Heddle",
    before: [`Hello ${name},`, "somebody asked to set a new password for your Heddle account."],
    action: { label: "Set a new password", link },
    after: ["The link works once, for one hour.", NOT_YOU],
  });
}

/** Without the name: a stranger chose it, and the address of whoever reads this. */
export function signUpMail({ to, publicUrl, link }: Omit<Addressed, "name"> & { link: string }): Mail {
  return compose({
    to,
    publicUrl,
    subject: "Confirm your e-mail address for Heddle",
    before: [
      "Hello,",
      "there is one step left to create your Heddle account: confirm that this address is yours.",
    ],
    action: { label: "Confirm the address", link },
    after: ["The link works once, for 24 hours.", NOT_YOU],
  });
}

/** To somebody who has an account and is said to have asked for one. */
export function alreadyHereMail({ to, name, publicUrl }: Addressed): Mail {
  return compose({
    to,
    publicUrl,
    subject: "You already have a Heddle account",
    before: [
      `Hello ${name},`,
      "somebody asked for a new Heddle account with this address, but you already have one.",
    ],
    action: { label: "Sign in", link: `${publicUrl}/signin` },
    after: ["If you forgot your password, you can set a new one there. If that was not you, do nothing."],
  });
}

export function changeEmailMail({ to, publicUrl, link }: Omit<Addressed, "name"> & { link: string }): Mail {
  return compose({
    to,
    publicUrl,
    subject: "Confirm your new e-mail address for Heddle",
    before: ["Hello,", "you asked to sign in to Heddle with this address from now on."],
    action: { label: "Confirm the address", link },
    after: ["The link works once, for 24 hours.", NOT_YOU],
  });
}

/** To the old address, as long as it can still be stopped. */
export function emailWillChangeMail({ to, name, publicUrl, next }: Addressed & { next: string }): Mail {
  return compose({
    to,
    publicUrl,
    subject: "Your e-mail address for Heddle is about to change",
    before: [
      `Hello ${name},`,
      `somebody who knows your password asked to change the address of your Heddle account to ${next}. It changes once that address is confirmed.`,
    ],
    action: { label: "See your account", link: `${publicUrl}/account/security` },
    after: ["If that was not you, change your password now: this ends all sessions and stops the change."],
  });
}

export function emailChangedMail({ to, name, publicUrl, next }: Addressed & { next: string }): Mail {
  return compose({
    to,
    publicUrl,
    subject: "Your e-mail address for Heddle was changed",
    before: [`Hello ${name},`, `you sign in to Heddle with ${next} now, and no longer with this address.`],
    after: ["If that was not you, tell an owner or admin of your organisation."],
  });
}

export function passwordChangedMail({ to, name, publicUrl }: Addressed): Mail {
  return compose({
    to,
    publicUrl,
    subject: "Your password for Heddle was changed",
    before: [
      `Hello ${name},`,
      "your Heddle account has a new password. Everybody who was signed in with it is signed out.",
      "If that was not you, set another one now and tell an owner or admin of your organisation.",
    ],
    action: { label: "Set another password", link: `${publicUrl}/reset` },
    after: [],
  });
}
