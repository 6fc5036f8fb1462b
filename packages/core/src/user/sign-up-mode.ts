/** Who may make an account here: anyone, whoever holds an invitation, or nobody. */
export type SignUpMode = "open" | "invitation" | "closed";
