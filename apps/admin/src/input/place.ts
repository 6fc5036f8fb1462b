import { type Context, findOrganization, findProject, type OrganizationContext } from "@heddle/core";
import { InvalidArgumentError } from "commander";
import type { Tools } from "../instance/with-instance";

/** An organisation, or a project in it, as people write it: `acme` or `acme/main`. */
export interface Place {
  org: string;
  project: string | null;
  text: string;
}

export function parsePlace(text: string): Place {
  const [org = "", project = null, ...rest] = text.split("/");
  if (org && project !== "" && rest.length === 0) return { org, project, text };
  throw new InvalidArgumentError("Write it as organisation or organisation/project.");
}

export function parseProject(text: string): Place & { project: string } {
  const { project, ...rest } = parsePlace(text);
  if (project !== null) return { ...rest, project };
  throw new InvalidArgumentError("Write it as organisation/project.");
}

/** The context of the verbs about that place. */
export function contextOf({ ctx }: Tools, { org, project }: Place): Promise<Context | OrganizationContext> {
  return project === null
    ? findOrganization({ ctx, input: { org } })
    : findProject({ ctx, input: { org, project } });
}
