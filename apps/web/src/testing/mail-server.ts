import type { SMTPServerOptions } from "smtp-server";
import { afterAll } from "vitest";
import { openMailSink } from "./mail-sink";

export type MailServer = Awaited<ReturnType<typeof openMailSink>>;

/** A real mail server for the tests of one file. */
export async function startMailServer(options?: SMTPServerOptions): Promise<MailServer> {
  const server = await openMailSink(options);
  afterAll(() => server.close());
  return server;
}
