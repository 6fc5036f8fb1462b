interface Guide {
  slug: string;
  file: string;
  title: string;
  /** What one finds there, in a line. */
  about: string;
}

/** The guides, in the order in which one reads them. */
export const GUIDES: readonly Guide[] = [
  {
    slug: "getting-started",
    file: "getting-started.md",
    title: "Getting started",
    about: "Install the SDK, track a pipeline, see its first run.",
  },
  {
    slug: "dashboard",
    file: "dashboard.md",
    title: "The dashboard",
    about: "Every page, what its marks and words mean, and the keys.",
  },
  {
    slug: "alerts-slack",
    file: "alerts-slack.md",
    title: "Alerts in Slack",
    about: "Be told when a run fails, with what changed since the last good one.",
  },
  {
    slug: "webhooks",
    file: "webhooks.md",
    title: "Alerts by webhook",
    about: "The same for a server of your own, signed.",
  },
  {
    slug: "http-api",
    file: "http-api.md",
    title: "HTTP API",
    about: "Keys, limits and errors of the API that the SDK speaks and programs read runs with.",
  },
  {
    slug: "sign-in",
    file: "sign-in.md",
    title: "Signing in",
    about: "Passwords, GitHub, Google and OpenID Connect; who may make an account.",
  },
  {
    slug: "operations",
    file: "operations.md",
    title: "Operations",
    about: "Containers, several processes, upgrades, backups, metrics: running it for others.",
  },
  {
    slug: "configuration",
    file: "configuration.md",
    title: "Configuration",
    about: "Every variable of the environment: who reads it, what it is, and what happens without it.",
  },
  {
    slug: "security",
    file: "security.md",
    title: "Security",
    about: "What is promised, where it is tested, and what is not.",
  },
  {
    slug: "reliability",
    file: "reliability.md",
    title: "Reliability",
    about: "What happens to events that were sent when processes die, and how that is tested.",
  },
  {
    slug: "performance",
    file: "performance.md",
    title: "Performance",
    about:
      "How fast telemetry is taken in, against what the machine itself can do, and how that is measured.",
  },
];

export const API_REFERENCE = {
  title: "API reference",
  about: "Every operation and every field, made from the schemas that requests are checked with.",
};

/** Where a link of a guide leads in the app; null for files that only the repository has. */
export function guideLink(href: string): string | null {
  if (/^(https?:|#|\/)/.test(href)) return href;
  const [file = "", anchor] = href.split("#");
  const guide = GUIDES.find((one) => one.file === file);
  if (!guide) return null;
  return `/docs/${guide.slug}${anchor === undefined ? "" : `#${anchor}`}`;
}
