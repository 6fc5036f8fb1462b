export interface SignInProblem {
  title: string;
  fix: string;
}

const PROBLEMS: Record<string, SignInProblem> = {
  CredentialsSignin: {
    title: "E-mail or password is wrong",
    fix: "Check both and try again. Capital letters matter in the password.",
  },
  TooManyAttempts: {
    title: "Too many attempts",
    fix: "Sign-in with this address is paused. Wait 15 minutes, then try again.",
  },
};

const OTHER: SignInProblem = {
  title: "Signing in did not work",
  fix: "The server could not complete it. Try again; if it stays, look at the server's log.",
};

/** No answer came, so nothing can be said about e-mail or password. */
export const UNREACHABLE: SignInProblem = {
  title: "The server does not answer",
  fix: "Check your connection and that Heddle is running, then try again.",
};

/** What next-auth's error code means to a person. */
export function toProblem(code: string): SignInProblem {
  return Object.hasOwn(PROBLEMS, code) ? (PROBLEMS[code] ?? OTHER) : OTHER;
}
