import type { Mail } from "@heddle/core";
import type { Services } from "../services";

/** What says where it failed, and nothing about whom the mail was for. */
const TOLD = ["code", "command", "responseCode"] as const;

/**
 * Sends a mail after the answer. Whoever asked for it is not told whether that worked: they must not learn
 * who gets mail. Does nothing where no server was given.
 */
export function sendMail(services: Pick<Services, "mailer" | "later" | "log">, mail: Mail): void {
  const { mailer, later, log } = services;
  if (!mailer) return;
  later.run("mail", async () => {
    try {
      await mailer.send(mail);
    } catch (error) {
      const facts = Object.fromEntries(TOLD.map((name) => [name, Reflect.get(Object(error), name)]));
      log.error(facts, "a mail could not be handed to the mail server");
    }
  });
}
