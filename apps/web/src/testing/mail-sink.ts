import { once } from "node:events";
import { atEnd } from "@heddle/db/testing";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

interface Received {
  /** Addresses of the envelope: whom the server would really send it to. */
  to: string[];
  /** The mail as it came, headers and all. */
  raw: string;
  /** Its plain text. */
  text: string;
}

/** A real mail server that keeps what it gets. */
export async function openMailSink(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString();
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw, text: plainText(raw) });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  atEnd(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    received,
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
    /** The secret in the newest mail to an address, "" when there is none. */
    secretFor(to: string): string {
      const mail = received.findLast((one) => one.to.includes(to));
      return /\/(?:reset|confirm|invite)\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
    },
  };
}

/** The first part of the body, with what was encoded for the way put back. */
function plainText(raw: string): string {
  const [, part = ""] = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n----/.exec(raw) ?? [];
  return part
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}
