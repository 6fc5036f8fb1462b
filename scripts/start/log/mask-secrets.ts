const API_KEY = /hdl_[A-Za-z0-9_-]{20,}/g;
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@/]+@/gi;

/** Replaces API keys and the passwords in URLs, wherever they stand in a text. */
export function maskSecrets(text: string): string {
  return text.replace(API_KEY, "hdl_[hidden]").replace(URL_PASSWORD, "$1[hidden]@");
}
