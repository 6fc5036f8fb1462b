"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "../ui/cn";
import { DESTINATIONS, isWithin } from "./navigation";
import { ProjectSwitcher } from "./project-switcher";
import { useShell } from "./shell-context";

const LINK = cn(
  "flex items-center text-ink-2 aria-[current=page]:font-medium aria-[current=page]:text-ink hover:text-ink",
  "desk:mb-px desk:h-7 desk:gap-2.5 desk:rounded-2 desk:px-2 desk:hover:bg-hover desk:aria-[current=page]:bg-active",
  "folded:w-8 folded:justify-center folded:px-0",
  "max-desk:h-11 max-desk:flex-1 max-desk:flex-col max-desk:justify-center max-desk:gap-px max-desk:text-[10px]/[12px]",
  "max-desk:aria-[current=page]:text-accent",
);

/** The left rail; a bar at the bottom on a phone. */
export function Rail() {
  const { base } = useShell();
  const pathname = usePathname();
  return (
    <nav
      aria-label="Main"
      className="flex bg-sunken desk:w-(--rail) desk:shrink-0 desk:flex-col folded:w-(--rail-min) desk:border-r desk:border-line desk:px-2 desk:pb-2 max-desk:order-last max-desk:h-13 max-desk:shrink-0 max-desk:items-center max-desk:border-t max-desk:border-line max-desk:px-2 max-desk:pb-[env(safe-area-inset-bottom)]"
    >
      <div className="mb-2 -mx-2 flex h-(--top) shrink-0 items-center border-b border-line px-1.5 max-desk:hidden">
        <ProjectSwitcher />
      </div>
      {DESTINATIONS.map(({ path, label, icon: Icon }) => {
        const href = `${base}${path}`;
        return (
          <Link
            key={label}
            href={href}
            title={label}
            aria-current={isWithin(pathname, href, base) ? "page" : undefined}
            className={LINK}
          >
            <Icon size={16} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
            <span className="folded:sr-only">{label}</span>
          </Link>
        );
      })}
    </nav>
  );
}
