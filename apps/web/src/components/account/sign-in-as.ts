import { type AuthAnswer, authRequest } from "./auth-request";

/** Signs this browser in; the answer says where to go, or why it was refused. */
export function signInAs(email: string, password: string, callbackUrl: string): Promise<AuthAnswer> {
  return authRequest("callback/credentials", { email, password, callbackUrl });
}
