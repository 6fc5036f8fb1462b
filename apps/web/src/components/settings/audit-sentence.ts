import type { AuditEventView } from "@heddle/contract";
import type { AuditAction } from "@heddle/core";
import { changesIn, word } from "./audit-detail";

type Event = Pick<AuditEventView, "action" | "target" | "detail">;
type Sentence = (event: Event) => string;

const quoted = (text: string) => `“${text}”`;
const said = (start: string, text: string) => (text ? `${start}${text}` : "");
const about =
  (start: string): Sentence =>
  (event) =>
    `${start} ${event.target}`;
const named =
  (start: string): Sentence =>
  (event) =>
    `${start} ${quoted(event.target)}`;

/** " from viewer to admin", as far as it is known. */
function fromTo({ detail }: Event): string {
  const [change] = changesIn(detail);
  return change ? said(" from ", change.from) + said(" to ", change.to) : "";
}

function was(detail: Event["detail"]): string {
  const role = word(detail, "from");
  return role ? ` (was ${role})` : "";
}

function fields({ detail }: Event): string {
  const changed = changesIn(detail).map(({ field }) => field);
  return said(": ", changed.join(", "));
}

const SENTENCES: Record<AuditAction, Sentence> = {
  "account.email_changed": (event) => `Changed the e-mail address${fromTo(event)}`,
  "account.identity_connected": ({ detail }) =>
    `Connected an outside account${said(" at ", word(detail, "provider"))}`,
  "account.identity_disconnected": ({ detail }) =>
    `Disconnected an outside account${said(" at ", word(detail, "provider"))}`,
  "account.operator_changed": ({ detail }) =>
    `${word(detail, "to") === "off" ? "Is no operator of this Heddle any more" : "Became an operator of this Heddle"}${said(", by ", word(detail, "by"))}`,
  "account.password_changed": () => "Changed the password",
  "account.password_reset": ({ detail }) =>
    word(detail, "by") ? `A new password was set by ${word(detail, "by")}` : "Set a new password with a link",
  "account.renamed": (event) => `Changed the name${fromTo(event)}`,
  "account.reset_requested": ({ detail }) =>
    `A link to set a new password was created${said(" by ", word(detail, "by"))}`,
  "account.sessions_ended": () => "Signed out everywhere",
  "account.sign_in_failed": () => "Tried to sign in with a wrong password",
  "account.signed_in": ({ detail }) => `Signed in${said(" with ", word(detail, "with"))}`,
  "account.signed_up": () => "Created the account",
  "channel.changed": (event) => `Changed the alert channel ${quoted(event.target)}${fields(event)}`,
  "channel.created": named("Added the alert channel"),
  "channel.removed": named("Removed the alert channel"),
  "channel.secret_shown": named("Looked at the signing secret of the alert channel"),
  "channel.tested": named("Sent a test to the alert channel"),
  "delivery.retried": (event) =>
    `Sent a message to ${quoted(event.target)} again${said(", about ", word(event.detail, "pipeline"))}`,
  "failure.acknowledged": about("Acknowledged the failure of"),
  "failure.muted": (event) =>
    `Muted the failure of ${event.target}${said(" until ", word(event.detail, "until"))}`,
  "failure.reopened": about("Took back the acknowledgement of the failure of"),
  "failure.unmuted": about("Unmuted the failure of"),
  "grant.left": ({ detail }) => `Left the project${was(detail)}${said(": ", word(detail, "because"))}`,
  "grant.removed": ({ target, detail }) => `Removed ${target} from the project${was(detail)}`,
  "grant.set": (event) =>
    word(event.detail, "from")
      ? `Changed the role of ${event.target} in the project${fromTo(event)}`
      : `Gave ${event.target} access to the project${said(" as ", word(event.detail, "to"))}`,
  "invitation.accepted": ({ target, detail }) =>
    `Accepted the invitation to ${quoted(target)}${said(" as ", word(detail, "role"))}`,
  "invitation.created": ({ target, detail }) => `Invited ${target}${said(" as ", word(detail, "role"))}`,
  "invitation.revoked": ({ target, detail }) =>
    `Revoked the invitation of ${target}${said(" as ", word(detail, "role"))}`,
  "key.created": ({ target, detail }) => `Created the API key ${quoted(target)}${said(", ", scopes(detail))}`,
  "key.revoked": named("Revoked the API key"),
  "member.added": ({ target, detail }) =>
    `Added ${target} to the organisation${said(" as ", word(detail, "role"))}`,
  "member.left": ({ detail }) => `Left the organisation${was(detail)}${said(": ", word(detail, "because"))}`,
  "member.removed": ({ target, detail }) => `Removed ${target} from the organisation${was(detail)}`,
  "member.reset_link_created": about("Created a link to set a new password for"),
  "member.role_changed": (event) => `Changed the role of ${event.target}${fromTo(event)}`,
  "organization.created": named("Created the organisation"),
  "organization.deleted": named("Deleted the organisation"),
  "organization.renamed": (event) => `Changed the organisation ${quoted(event.target)}${fields(event)}`,
  "organization.restored": named("Restored the organisation"),
  "ownership.transferred": about("Transferred ownership to"),
  "project.changed": (event) => `Changed the project ${quoted(event.target)}${fields(event)}`,
  "project.created": named("Created the project"),
  "project.deleted": named("Deleted the project"),
  "project.renamed": (event) => `Renamed the project${fromTo(event)}`,
  "project.restored": named("Restored the project"),
  "project.runs_expired": ({ detail }) => `Deleted ${word(detail, "runs") || "some"} runs that were too old`,
  "project.transferred": (event) => `Moved the project ${quoted(event.target)}${fromTo(event)}`,
  "quarantine.deleted": ({ detail }) => `Deleted ${batches(detail)} that could not be stored`,
  "quarantine.retried": ({ detail }) => `Tried ${batches(detail)} that could not be stored again`,
};

function batches(detail: Event["detail"]): string {
  const count = word(detail, "batches");
  return count === "1" ? "a batch" : `${count || "some"} batches`;
}

const RIGHTS: Record<string, string> = { ingest: "send runs", read: "read runs", admin: "manage" };

function scopes(detail: Event["detail"]): string {
  const given = Array.isArray(detail.scopes) ? detail.scopes : [];
  return said("may ", given.map((scope) => RIGHTS[String(scope)] ?? scope).join(", "));
}

function isKnown(action: string): action is AuditAction {
  return Object.hasOwn(SENTENCES, action);
}

/** What was done, for people: without who did it, where and when. */
export function auditSentence(event: Event): string {
  if (isKnown(event.action)) return SENTENCES[event.action](event);
  const [thing = "", done = ""] = event.action.split(".");
  const words = [thing, done].join(" ").replaceAll("_", " ").trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${event.target}`;
}
