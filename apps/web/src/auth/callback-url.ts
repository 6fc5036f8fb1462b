/** The address to go to after signing in: only inside this instance, whatever was asked for. */
export function safeCallbackUrl(asked: string, publicUrl: string): string {
  try {
    const url = new URL(asked, publicUrl);
    return url.origin === new URL(publicUrl).origin ? url.href : publicUrl;
  } catch {
    return publicUrl;
  }
}
