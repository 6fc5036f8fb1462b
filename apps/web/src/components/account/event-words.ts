import type { AccountEvent } from "@heddle/core";

export interface EventWords {
  text: string;
  /** Whether the person should have a look at it. */
  odd?: boolean;
}

const SERVICES = new Map([
  ["github", "GitHub"],
  ["google", "Google"],
  ["oidc", "single sign-on"],
]);
const service = (name: string | undefined) =>
  name === undefined ? "another service" : (SERVICES.get(name) ?? name);

/** An event of the account in a sentence without a full stop. */
export function eventWords({ action, detail }: Pick<AccountEvent, "action" | "detail">): EventWords {
  const { with: by, from, to, provider } = detail;
  switch (action) {
    case "account.signed_in":
      return {
        text:
          by === undefined || by === "password"
            ? "Signed in with the password"
            : `Signed in with ${service(by)}`,
      };
    case "account.sign_in_failed":
      return { text: "Somebody tried to sign in with a wrong password", odd: true };
    case "account.signed_up":
      return { text: "The account was created" };
    case "account.password_changed":
      return { text: "The password was changed" };
    case "account.password_reset":
      return {
        text:
          detail.by === undefined ? "A new password was set with a link" : `${detail.by} set a new password`,
        odd: true,
      };
    case "account.reset_requested":
      return detail.by === undefined
        ? { text: "Somebody asked for a link to set a new password" }
        : { text: `${detail.by} created a link to set a new password`, odd: true };
    case "account.sessions_ended":
      return { text: "Signed out everywhere" };
    case "account.email_changed":
      return {
        text: from && to ? `The address was changed from ${from} to ${to}` : "The address was changed",
      };
    case "account.operator_changed":
      return {
        text: `${detail.by ?? "Somebody"} ${to === "off" ? "took the right to see the instance’s pages" : "gave the right to see the instance’s pages"}`,
        odd: true,
      };
    case "account.renamed":
      return { text: from && to ? `The name was changed from ${from} to ${to}` : "The name was changed" };
    case "account.identity_connected":
      return { text: `${capital(service(provider))} was connected` };
    case "account.identity_disconnected":
      return { text: `${capital(service(provider))} was disconnected` };
    default:
      return { text: action };
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
