import type { Role } from "@heddle/core";

type GrantRole = Exclude<Role, "owner">;

/** How somebody stands to the tenant that is asked about. */
export interface Person {
  membership?: Role;
  grant?: GrantRole;
  /** In another project of the organisation. */
  grantElsewhere?: GrantRole;
  /** What became of them after they signed in; they keep their cookies. */
  since?: "left" | "signed out everywhere" | "deleted";
  /** What they see now, in the end: the higher of the two roles, as long as they have it. */
  organization: Role | null;
  project: Role | null;
  signedIn: boolean;
  /** Owns an organisation, this or another. */
  owns?: true;
  /** Runs the instance. */
  operates?: true;
}

const nothing = { organization: null, project: null };
const member = (role: Role): Person => {
  return { membership: role, organization: role, project: role, signedIn: true };
};
const guest = (role: GrantRole): Person => {
  return { grant: role, organization: null, project: role, signedIn: true };
};

/** Everyone as whom each route is called. */
export const PEOPLE = {
  visitor: { ...nothing, signedIn: false },
  "owner of another organisation": { ...nothing, signedIn: true, owns: true },
  "operator of the instance": { ...nothing, signedIn: true, operates: true },
  "guest of another project": { grantElsewhere: "admin", ...nothing, signedIn: true },
  viewer: member("viewer"),
  member: member("member"),
  admin: member("admin"),
  owner: { ...member("owner"), owns: true },
  "viewer who administers the project": { ...member("viewer"), grant: "admin", project: "admin" },
  "admin with a grant to view": { ...member("admin"), grant: "viewer" },
  "guest who views": guest("viewer"),
  "guest who edits": guest("member"),
  "guest who administers": guest("admin"),
  "former owner": { membership: "owner", since: "left", ...nothing, signedIn: true },
  "former guest": { grant: "admin", since: "left", ...nothing, signedIn: true },
  "owner who signed out everywhere": { ...member("owner"), since: "signed out everywhere", signedIn: false },
  "owner whose account was deleted": { ...member("owner"), since: "deleted", signedIn: false },
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof PEOPLE;

export const people = Object.entries(PEOPLE) as [PersonName, Person][];
