import type { OrganizationSummary, ProjectView } from "@heddle/core";
import {
  BookOpen,
  Building2,
  Link2,
  type LucideIcon,
  Plus,
  Server,
  SlidersHorizontal,
  UserRound,
} from "lucide-react";
import { DESTINATIONS } from "../shell/navigation";
import type { Shell } from "../shell/shell-context";
import { type Item, KIND_ICONS } from "./item";

interface Page {
  label: string;
  detail: string;
  href: string;
  icon: LucideIcon;
  also?: string;
  keys?: string;
}

function pageItem({ icon, href, ...page }: Page): Item {
  return {
    ...page,
    id: `page ${href}`,
    kind: "page",
    mark: { icon },
    deed: { href },
    actions: [{ key: "y", label: "Copy link", icon: Link2, deed: { copy: href } }],
  };
}

const manages = (role: string | null) => role === "owner" || role === "admin";

function projectPages({ base, role }: Shell): Page[] {
  const settings = ["Members", "API keys", ...(manages(role) ? ["Ingestion", "Audit log"] : [])];
  const slugs: Record<string, string> = {
    Members: "members",
    "API keys": "keys",
    Ingestion: "ingestion",
    "Audit log": "audit",
  };
  return [
    ...DESTINATIONS.map(({ path, label, icon, key }) => ({
      ...{ label, icon, detail: "", href: `${base}${path}`, keys: `g ${key}` },
    })),
    {
      label: "Track a pipeline",
      detail: "set up the SDK",
      href: `${base}/setup`,
      icon: Plus,
      also: "setup install",
    },
    ...settings.map((label) => ({
      ...{ label, detail: "settings of the project", also: "settings project" },
      ...{ href: `${base}/settings/${slugs[label]}`, icon: SlidersHorizontal },
    })),
  ];
}

function organizationPages({ slug, name, role }: OrganizationSummary): Page[] {
  const page = (label: string, path: string) => ({
    ...{ label, detail: `settings of ${name}`, also: `settings organisation ${name}` },
    ...{ href: `/${slug}/settings${path}`, icon: Building2 },
  });
  if (role === null) return [];
  return [
    page("Organisation", ""),
    page("Members", "/members"),
    page("Projects", "/projects"),
    ...(manages(role)
      ? [page("Invitations", "/invitations"), page("API keys", "/keys"), page("Audit log", "/audit")]
      : []),
  ];
}

const OWN: Page[] = [
  { label: "Documentation", detail: "", href: "/docs", icon: BookOpen, also: "docs help api reference" },
  { label: "Account", detail: "profile", href: "/account", icon: UserRound },
  {
    label: "Security",
    detail: "password and sessions of the account",
    href: "/account/security",
    icon: UserRound,
  },
  { label: "Organisations", detail: "of the account", href: "/account/organizations", icon: UserRound },
];

const OF_INSTANCE: Page[] = [
  {
    ...{ label: "Instance", detail: "inbox, queue and workers", href: "/instance", icon: Server },
    also: "operator admin health inbox queue workers",
  },
  {
    ...{ label: "Quarantine", detail: "of all projects", href: "/instance/quarantine", icon: Server },
    also: "operator admin instance batches",
  },
];

interface Known {
  /** Null outside of any project. */
  shell: Shell | null;
  person: { operator: boolean };
  projects: readonly ProjectView[];
  organizations: readonly OrganizationSummary[];
}

/** Every page that one may go to, those of the project first. */
export function pageItems({ shell, person, organizations }: Known): Item[] {
  const open = organizations.filter(({ deletedAt }) => deletedAt === null);
  return [
    ...(shell ? projectPages(shell) : []),
    ...OWN,
    ...(person.operator ? OF_INSTANCE : []),
    ...open.flatMap(organizationPages),
  ].map(pageItem);
}

/** The other projects. */
export function projectItems({ shell, projects }: Known): Item[] {
  return projects.flatMap(({ slug, name, organization }) => {
    const href = `/${organization.slug}/${slug}`;
    if (href === shell?.base) return [];
    return {
      ...{ id: `project ${href}`, kind: "project", label: name, detail: organization.name },
      ...{ also: "switch project", mark: { icon: KIND_ICONS.project }, deed: { href }, actions: [] },
    } satisfies Item;
  });
}
