import { z } from "zod";
import { DomainError } from "../error/domain-error";
import { MAX_PASSWORD_LENGTH, type Owner, weaknessOfPassword } from "./password-rules";

/** A password as somebody types it; whether it is good depends on whose it is. */
export const passwordSchema = z.string().max(MAX_PASSWORD_LENGTH);

/** Refuses a new password that others would guess soon. */
export function checkNewPassword(password: string, owner: Owner): void {
  const weakness = weaknessOfPassword(password, owner);
  if (weakness === null) return;
  throw new DomainError("invalid", weakness, {
    path: "/password",
    fix: "Use a few unrelated words, or let your browser suggest a password.",
  });
}
