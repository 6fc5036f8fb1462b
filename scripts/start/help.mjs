import { readFileSync } from "node:fs";

/** Made from the schemas of the processes, which cannot be imported before everything is installed. */
const variables = readFileSync(new URL("./environment.txt", import.meta.url), "utf8");

export const HELP = `Heddle: see every run of every pipeline, and know what changed and why.

  npm start                      install, build, start everything, print where to look
  npm start -- [options]

Options
  --port <number>                port of the dashboard and API (default 8241)
  --data-dir <folder>            where the data lives (default .heddle in the repository)
  --no-demo                      do not run the example pipelines at the first start
  --reset                        delete the data folder first; asks on a terminal, needs --yes elsewhere
  --yes                          answer yes to what --reset asks
  --help                         show this

Environment (all of it: docs/configuration.md)
${variables}
The first start prints how to sign in and an API key, once. Ctrl-C stops everything; the data stays.
`;
