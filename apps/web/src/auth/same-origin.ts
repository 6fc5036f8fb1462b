interface Sender {
  origin?: string | undefined;
  /** Known to be a name of this instance. */
  host?: string | undefined;
  "sec-fetch-site"?: string | string[] | undefined;
}

/** Whether a browser says that one of our own pages sent the request. Cookies alone do not prove it. */
export function isSameOrigin({ origin, host, ...rest }: Sender, publicUrl: string): boolean {
  if (origin === undefined) return rest["sec-fetch-site"] === "same-origin";
  if (origin === publicUrl) return true;
  // Without TLS, people also come by the machine's address or a name in their network.
  return publicUrl.startsWith("http:") && URL.canParse(origin) && new URL(origin).host === host;
}
