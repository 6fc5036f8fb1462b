"use client";
import type { ProjectPerson, Role } from "@heddle/core";
import { RoleMenu } from "./role-menu";
import { IN_PROJECT } from "./roles";

type ProjectRoleName = Exclude<Role, "owner">;

const RANKED: readonly ProjectRoleName[] = ["admin", "member", "viewer"];

/** Roles worth giving: above what somebody has in the organisation anyway, or in place of what was given. */
function choices({ organizationRole, grantRole, you }: ProjectPerson): ProjectRoleName[] {
  if (you || organizationRole === "owner" || organizationRole === "admin") return [];
  const least = organizationRole ? RANKED.indexOf(organizationRole) : RANKED.length;
  const higher = RANKED.slice(0, least);
  return grantRole === null ? higher : RANKED.filter((role) => higher.includes(role) || role === grantRole);
}

interface ProjectRoleCellProps {
  person: ProjectPerson;
  mayManage: boolean;
  onChange: (role: ProjectRoleName) => void;
}

/** What somebody may do in the project, with what one may give them. */
export function ProjectRole({ person, mayManage, onChange }: ProjectRoleCellProps) {
  return (
    <RoleMenu
      of={person.name}
      role={effective(person)}
      roles={mayManage ? choices(person) : []}
      texts={IN_PROJECT}
      onChange={(role) => role !== "owner" && onChange(role)}
    />
  );
}

/** The higher of the two roles, also while a change is on its way. */
function effective({ organizationRole, grantRole, role }: ProjectPerson): Role {
  const both = [organizationRole, grantRole];
  return (["owner", ...RANKED] as const).find((each) => both.includes(each)) ?? role;
}
