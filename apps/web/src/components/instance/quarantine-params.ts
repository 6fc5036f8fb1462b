import { createLoader, parseAsString } from "nuqs/server";

/** What the URL of the instance's quarantine says: the id of a project, for its batches only. */
const params = { project: parseAsString };

export const loadInstanceQuarantineParams = createLoader(params);
