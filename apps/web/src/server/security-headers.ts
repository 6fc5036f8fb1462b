/** Set by the listener on each request, for the inline scripts of the root layout. */
export const NONCE_HEADER = "x-heddle-nonce";

/** What pages may do; scripts run only with the nonce of their answer, or when such a script loads them. */
export function pagePolicy({ nonce, dev }: { nonce: string; dev: boolean }): string {
  return [
    "default-src 'self'",
    // React in development builds its error stacks with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What an answer of the HTTP API may do when somebody opens it as a page: nothing. */
export const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The headers of every answer, whoever makes it. */
export function securityHeaders(publicUrl: string): Record<string, string> {
  const headers = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    // Paths hold tokens: other origins learn none. Ours may, or browsers would send `Origin: null` with forms.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
  const https = new URL(publicUrl).protocol === "https:";
  return https ? { ...headers, "strict-transport-security": "max-age=31536000" } : headers;
}
