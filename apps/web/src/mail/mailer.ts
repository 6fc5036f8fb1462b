import type { Mail } from "@heddle/core";
import nodemailer from "nodemailer";

/** Hands mails to the server of this instance. */
export interface Mailer {
  send: (mail: Mail) => Promise<void>;
}

interface Settings {
  /** smtp[s]://user:password@host:port */
  url: string;
  from: string;
  /** How long a silent server is waited for. */
  patienceMs?: number;
}

const PATIENCE_MS = 15_000;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/** TLS is verified wherever it is spoken, and required where a password would go over a network without it. */
export function createMailer({ url, from, patienceMs = PATIENCE_MS }: Settings): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const transport = nodemailer.createTransport({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && username !== "" && !LOOPBACK.test(hostname),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    tls: { rejectUnauthorized: true, minVersion: "TLSv1.2" },
    dnsTimeout: patienceMs,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // What people wrote must never be taken for a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html }) {
      await transport.sendMail({
        from,
        // As parts, so that nothing in the address is read as a list or a name.
        to: { name: "", address: to },
        subject,
        text,
        html,
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      });
    },
  };
}
