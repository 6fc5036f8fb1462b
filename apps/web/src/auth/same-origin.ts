/** Whether a browser says that one of our own pages sent the request. Cookies alone do not prove it. */
export function isSameOrigin(headers: Headers, publicUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") === "same-origin";
  if (!URL.canParse(origin)) return false;
  return origin === publicUrl || new URL(origin).host === headers.get("host");
}
