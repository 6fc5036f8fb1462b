const ANYWHERE = /password|passwd|passphrase|secret|api_?key|private_?key|access_?key|credential|auth_?token/;
const WORDS = new Set([
  "auth",
  "authorization",
  "bearer",
  "cookie",
  "creds",
  "dsn",
  "jwt",
  "otp",
  "pass",
  "pat",
  "pin",
  "pwd",
  "token",
  "webhook",
]);
const KINDS_OF_KEY = new Set(["account", "client", "encryption", "master", "service", "signing", "ssh"]);

/** Whether a variable, flag or parameter of this name likely holds a secret. */
export function isSecretName(name: string): boolean {
  const text = name
    .slice(0, 500)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
  if (ANYWHERE.test(text)) return true;
  const words = text.split("_");
  return words.some(
    (word, at) => WORDS.has(word) || (word === "key" && KINDS_OF_KEY.has(words[at - 1] ?? "")),
  );
}
