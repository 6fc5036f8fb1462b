/** Where next-auth wants the browser to go, or why it refuses. */
export type AuthAnswer = { url: string } | { error: string };

/** The code when no answer came, so that nothing can be said about what was sent. */
const UNREACHABLE = "Unreachable";

/** Posts to next-auth as its own client does, which leaves the page when the server is away. */
export async function authRequest(action: string, fields: Record<string, string>): Promise<AuthAnswer> {
  try {
    const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
    const { csrfToken } = await csrf.json();
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    const { url } = await (await fetch(`/api/auth/${action}`, { method: "POST", body })).json();
    const error = new URL(url, window.location.href).searchParams.get("error");
    return error === null || isElsewhere(url) ? { url } : { error };
  } catch {
    return { error: UNREACHABLE };
  }
}

/** A provider's address may have a parameter of this name that means something else. */
function isElsewhere(url: string): boolean {
  return new URL(url, window.location.href).origin !== window.location.origin;
}
