import { Prisma } from "@heddle/db";

/** Whether a write failed because another row has the value already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
