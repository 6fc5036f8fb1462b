import type { Role } from "@heddle/core";

export const ROLES: readonly Role[] = ["owner", "admin", "member", "viewer"];

/** As words in a sentence: "as an admin". */
export const AS_ROLE: Record<Role, string> = {
  owner: "an owner",
  admin: "an admin",
  member: "a member",
  viewer: "a viewer",
};

interface RoleText {
  label: string;
  /** What it allows, in one line. */
  may: string;
}

export const IN_ORGANIZATION: Record<Role, RoleText> = {
  owner: { label: "Owner", may: "Everything, also who owns the organisation and deleting it." },
  admin: { label: "Admin", may: "People, projects, API keys and settings." },
  member: { label: "Member", may: "Sees every project and changes its alerts." },
  viewer: { label: "Viewer", may: "Sees every project, changes nothing." },
};

export const IN_PROJECT: Record<Role, RoleText> = {
  owner: { label: "Owner", may: "Everything." },
  admin: { label: "Admin", may: "The project's people, API keys and settings." },
  member: { label: "Member", may: "Sees its runs and changes its alerts." },
  viewer: { label: "Viewer", may: "Sees its runs, changes nothing." },
};
