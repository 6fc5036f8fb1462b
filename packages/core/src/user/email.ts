/** How an address is stored and looked up: people do not tell apart upper and lower case in it. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}
