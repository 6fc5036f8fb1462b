/** The part of a browser that sign-in needs: cookies of one origin, no redirects followed. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  /** Value of the header with which this browser shows who it is. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie: this.cookie, ...init.headers };
    const answer = await fetch(`${this.url}${path}`, { redirect: "manual", ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  /** What `signIn` of next-auth's client does with e-mail and password. */
  async signIn(given: { email: string; password: string; callbackUrl?: string }) {
    const answer = await this.#post("callback/credentials", { callbackUrl: "/", ...given });
    const { url } = await answer.json();
    return { answer, url: String(url), error: new URL(url).searchParams.get("error") };
  }

  async signOut(): Promise<void> {
    await this.#post("signout", { callbackUrl: "/signin" });
  }

  /** Another browser that has stolen the cookies of this one. */
  copy(): Browser {
    const copy = new Browser(this.url);
    for (const [name, value] of this.#cookies) copy.#cookies.set(name, value);
    return copy;
  }

  async #post(action: string, fields: Record<string, string>): Promise<Response> {
    const { csrfToken } = await (await this.fetch("/api/auth/csrf")).json();
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    return this.fetch(`/api/auth/${action}`, { method: "POST", headers: { origin: this.url }, body });
  }
}
