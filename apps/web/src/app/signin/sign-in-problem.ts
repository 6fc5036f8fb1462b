export interface SignInProblem {
  title: string;
  fix: string;
}

const LOG = "If it keeps happening, the server's log says why.";

/** No answer came, so nothing can be said about e-mail or password. */
const UNREACHABLE: SignInProblem = {
  title: "The server does not answer",
  fix: "Check your connection and that Heddle is running, then try again.",
};

const PROBLEMS: Record<string, SignInProblem> = {
  CredentialsSignin: {
    title: "E-mail or password is wrong",
    fix: "Check both and try again. Capital letters matter in the password.",
  },
  TooManyAttempts: {
    title: "Too many attempts",
    fix: "Sign-in with this address is paused. Wait 15 minutes, then try again.",
  },
  OAuthSignin: {
    title: "The service that you chose does not answer",
    fix: `Try again in a moment, or sign in another way. ${LOG}`,
  },
  OAuthCallback: {
    title: "The service that you chose could not confirm who you are",
    fix: `Start again: each attempt works once, for a few minutes. ${LOG}`,
  },
  Callback: {
    title: "You did not sign in there",
    fix: `It was cancelled, or refused by the service that you chose. Try again, or sign in another way. ${LOG}`,
  },
  IdentityChanged: {
    title: "Nothing was connected",
    fix: "It took more than ten minutes, was already done, or something changed meanwhile. The page shows what is possible now.",
  },
  Unreachable: UNREACHABLE,
};

const OTHER: SignInProblem = {
  title: "Signing in did not work",
  fix: "The server could not complete it. Try again; if it keeps happening, look at the server's log.",
};

/** What next-auth's error code means to a person. */
export function toProblem(code: string): SignInProblem {
  return Object.hasOwn(PROBLEMS, code) ? (PROBLEMS[code] ?? OTHER) : OTHER;
}
