/** What a secret that works once is good for. */
export type TokenKind = "password-reset" | "sign-up" | "change-email" | "identity";
