import { Browser } from "./browser";
import type { OidcProvider } from "./oidc-provider";

/** A person's browser on its way between an instance and the provider. */
export class OidcVisitor {
  readonly here: Browser;
  #there: Browser;

  constructor(
    readonly url: string,
    readonly provider: OidcProvider,
    /** What the instance calls itself; `url` is where it listens. */
    readonly publicUrl = url,
  ) {
    this.here = new Browser(url);
    this.#there = new Browser(provider.issuer);
  }

  /** Presses the button; answers with the provider's address, or where an error leads. */
  async leave(callbackUrl = "/"): Promise<string> {
    const { url } = await this.post("signin/oidc", { callbackUrl });
    return url;
  }

  /** Says who they are at the provider ("" turns back); answers with the address that leads back. */
  async choose(address: string, sub: string): Promise<string> {
    this.#there = new Browser(this.provider.issuer);
    let at = address;
    for (let hops = 0; hops < 10; hops += 1) {
      if (!at.startsWith(this.provider.issuer)) return at;
      const path = at.slice(this.provider.issuer.length);
      const asked = path.startsWith("/interaction/");
      const init = asked ? { method: "POST", body: new URLSearchParams({ sub }) } : {};
      const answer = await this.#there.fetch(path, init);
      const location = answer.headers.get("location");
      if (!location) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
      at = new URL(location, this.provider.issuer).href;
    }
    throw new Error("The provider sends its visitors round in circles.");
  }

  /** Follows the address that the provider sent them back with; answers with the page where it ends. */
  async comeBack(address: string, headers: Record<string, string> = {}): Promise<URL> {
    let at = new URL(address);
    do {
      const answer = await this.here.fetch(at.href.slice(this.publicUrl.length), { headers });
      const location = answer.headers.get("location");
      if (location === null) throw new Error(`${at.pathname} answered ${answer.status}.`);
      at = new URL(location, this.publicUrl);
    } while (at.href.startsWith(`${this.publicUrl}/api/auth/`));
    return at;
  }

  /** All of it. */
  async come(sub: string, callbackUrl = "/"): Promise<URL> {
    return this.comeBack(await this.choose(await this.leave(callbackUrl), sub));
  }

  /** Agrees to what /connect asks. */
  async agree(fields: Record<string, string>): Promise<{ status: number; url: URL; error: string | null }> {
    const { status, url: address } = await this.post("callback/identity", { callbackUrl: "/", ...fields });
    const url = new URL(address);
    return { status, url, error: url.searchParams.get("error") };
  }

  /** What the page says, without markup. */
  async read(path: string): Promise<string> {
    const html = await (await this.here.fetch(path)).text();
    const body = html.replace(/<script.*?<\/script>/gs, "").replace(/<!--.*?-->/gs, "");
    return body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  }

  /** Who the browser is for the instance; null for a visitor. */
  async whoAmI(): Promise<{ email: string; name: string } | null> {
    const answer = await this.here.fetch("/api/trpc/projects.viewer");
    return answer.ok ? (await answer.json()).result.data : null;
  }

  async post(action: string, fields: Record<string, string>): Promise<{ status: number; url: string }> {
    const { csrfToken } = await (await this.here.fetch("/api/auth/csrf")).json();
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    const answer = await this.here.fetch(`/api/auth/${action}`, {
      method: "POST",
      body,
      headers: { origin: this.publicUrl },
    });
    return { status: answer.status, url: (await answer.json()).url };
  }
}
