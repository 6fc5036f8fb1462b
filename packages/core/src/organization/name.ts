import { lineOfText } from "../text/line";

/** What people call an organisation. */
export const organizationName = lineOfText(100);
