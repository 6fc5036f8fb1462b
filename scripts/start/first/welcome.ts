import type { SignIn } from "./sign-in";

interface Welcome {
  publicUrl: string;
  dataDir: string;
  /** Shown once, on a terminal only. */
  secrets: SignIn | null;
  /** Where the secrets are when they may not be shown. */
  secretsFile: string | null;
}

/** What a start prints when everything runs. */
export function welcomeText({ publicUrl, dataDir, secrets, secretsFile }: Welcome): string {
  return [
    "",
    `Heddle is running: ${publicUrl}`,
    "",
    ...signIn(secrets, secretsFile),
    ...own(publicUrl, secrets),
    `Ctrl-C stops everything; your data stays in ${dataDir}.`,
    "",
  ]
    .map((line) => (line === "" ? line : `  ${line}`))
    .join("\n");
}

function signIn(secrets: SignIn | null, file: string | null): string[] {
  if (secrets) {
    return [
      `Sign in    ${secrets.email}`,
      `Password   ${secrets.password}`,
      `API key    ${secrets.apiKey}`,
      "           These are shown this once; keep them.",
      "",
    ];
  }
  return file ? [`How to sign in, and an API key: ${file}`, ""] : [];
}

function own(publicUrl: string, secrets: SignIn | null): string[] {
  return [
    "Track your own pipeline (docs/getting-started.md has the code):",
    `  npm install ${publicUrl}/sdk.tgz`,
    `  export HEDDLE_URL=${publicUrl}`,
    `  export HEDDLE_API_KEY=${secrets?.apiKey ?? "<your API key>"}`,
    "",
  ];
}
