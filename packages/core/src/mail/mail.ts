/** A mail as it is handed to a server, but for its sender. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}
