const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** So many attempts of one name within a window that begins with the first. */
export interface Limit {
  /** What is limited, so that equal names of different things do not share their attempts. */
  what: string;
  most: number;
  windowMs: number;
}

const limit = (what: string, most: number, windowMs: number): Limit => ({ what, most, windowMs });

/** "Network" is that of the visitor, "user" who is signed in. */
export const LIMITS = {
  signInPerEmail: limit("sign-in e-mail", 10, 15 * MINUTE_MS),
  signInPerNetwork: limit("sign-in network", 100, 15 * MINUTE_MS),
  resetPerEmail: limit("reset e-mail", 3, HOUR_MS),
  resetPerNetwork: limit("reset network", 20, HOUR_MS),
  signUpPerEmail: limit("sign-up e-mail", 3, HOUR_MS),
  signUpPerNetwork: limit("sign-up network", 10, HOUR_MS),
  tokenPerNetwork: limit("token network", 30, 15 * MINUTE_MS),
  currentPasswordPerUser: limit("current password user", 10, 15 * MINUTE_MS),
  changeEmailPerUser: limit("change e-mail user", 5, HOUR_MS),
  invitationPerNetwork: limit("invitation network", 300, 15 * MINUTE_MS),
  invitationMailPerOrganization: limit("invitation mail organisation", 100, HOUR_MS),
} as const satisfies Record<string, Limit>;
