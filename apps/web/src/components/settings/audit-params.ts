import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** What audit events are about, and how that is called. */
export const AUDIT_GROUPS = {
  organization: "Organisation",
  ownership: "Ownership",
  member: "Members",
  grant: "Access to projects",
  invitation: "Invitations",
  project: "Projects",
  key: "API keys",
  channel: "Alert channels",
  delivery: "Alert messages",
  failure: "Failures",
  quarantine: "Quarantine",
} as const;

export type AuditGroup = keyof typeof AUDIT_GROUPS;

const GROUPS: AuditGroup[] = [
  "organization",
  "ownership",
  "member",
  "grant",
  "invitation",
  "project",
  "key",
  "channel",
  "delivery",
  "failure",
  "quarantine",
];

/** Those that happen inside a project. */
export const PROJECT_GROUPS: readonly AuditGroup[] = GROUPS.slice(3);
export const ORGANIZATION_GROUPS: readonly AuditGroup[] = GROUPS;

/** What the URL of an audit log says, for the server and the browser alike. Days are as `2026-11-23`. */
export const auditParams = {
  about: parseAsStringLiteral(GROUPS),
  who: parseAsString,
  project: parseAsString,
  from: parseAsString,
  to: parseAsString,
};

export const loadAuditParams = createLoader(auditParams);
