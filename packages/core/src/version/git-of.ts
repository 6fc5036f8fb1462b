import { gitStateSchema } from "@heddle/contract";
import { maskSecrets } from "@heddle/stats";

export interface VersionGit {
  commit: string;
  /** The first line of its message. */
  subject: string | null;
  author: string | null;
  branch: string | null;
  /** Whether there were changes that the commit does not hold. */
  dirty: boolean | null;
}

/** The commit from which a version first came, as stored. */
export function gitOf(value: unknown): VersionGit | null {
  const git = gitStateSchema.safeParse(value).data;
  if (!git) return null;
  const { commit, author, branch, dirty, message } = git;
  const subject = message?.split("\n")[0]?.trim();
  return { commit, author, branch, dirty, subject: subject ? maskSecrets(subject) : null };
}
