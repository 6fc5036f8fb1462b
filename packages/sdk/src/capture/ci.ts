import type { Environment, GitState } from "@heddle/contract";

type Variables = Readonly<Record<string, string | undefined>>;

const SYSTEMS = [
  { flag: "GITHUB_ACTIONS", name: "GitHub Actions", job: "GITHUB_JOB", url: null },
  { flag: "GITLAB_CI", name: "GitLab CI", job: "CI_JOB_NAME", url: "CI_JOB_URL" },
  { flag: "CIRCLECI", name: "CircleCI", job: "CIRCLE_JOB", url: "CIRCLE_BUILD_URL" },
  { flag: "BUILDKITE", name: "Buildkite", job: "BUILDKITE_LABEL", url: "BUILDKITE_BUILD_URL" },
  { flag: "JENKINS_URL", name: "Jenkins", job: "JOB_NAME", url: "BUILD_URL" },
  { flag: "TF_BUILD", name: "Azure Pipelines", job: "AGENT_JOBNAME", url: null },
  { flag: "BITBUCKET_BUILD_NUMBER", name: "Bitbucket Pipelines", job: null, url: null },
  { flag: "CI", name: "CI", job: null, url: null },
] as const;

/** The CI job that the process runs in, from the variables that CI systems set. */
export function detectCi(variables: Variables): Environment["ci"] {
  const system = SYSTEMS.find(({ flag }) => (variables[flag] ?? "") !== "" && variables[flag] !== "false");
  if (system === undefined) return null;
  const url = system.url === null ? githubUrl(variables) : (variables[system.url] ?? null);
  return { name: system.name, job: system.job === null ? null : (variables[system.job] ?? null), url };
}

function githubUrl(variables: Variables): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = variables;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
}

/** The revision as a CI system or a platform tells it, for images without a `.git` folder. */
export function revisionFromVariables(variables: Variables): GitState | null {
  const first = (...names: string[]) => names.map((name) => variables[name]).find((text) => text) ?? null;
  const commit = first(
    "GITHUB_SHA",
    "CI_COMMIT_SHA",
    "CIRCLE_SHA1",
    "BUILDKITE_COMMIT",
    "VERCEL_GIT_COMMIT_SHA",
    "GIT_COMMIT",
  );
  if (commit === null) return null;
  const branch = first(
    "GITHUB_REF_NAME",
    "CI_COMMIT_REF_NAME",
    "CIRCLE_BRANCH",
    "BUILDKITE_BRANCH",
    "GIT_BRANCH",
  );
  return { commit, branch, dirty: null, remote: null, author: null, message: null };
}
