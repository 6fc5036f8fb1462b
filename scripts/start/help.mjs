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

Environment
  DATABASE_URL                   an own PostgreSQL >= 15, instead of the embedded one
  REDIS_URL                      an own Redis for the queue, instead of PostgreSQL
  PUBLIC_URL                     the address that people use: every link is made from it
                                 (default http://localhost:<port>)
  HOST                           the address to listen on (default 127.0.0.1; 0.0.0.0 for everyone)
  OUTBOUND_ALLOW_HOSTS           hosts that webhooks may reach although they are private or speak plain http:
                                 host:port, separated by commas (default none)

The first start prints how to sign in and an API key, once. Ctrl-C stops everything; the data stays.
`;
