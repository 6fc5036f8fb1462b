import { ChevronDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DocumentationNav } from "@/components/documentation/documentation-nav";
import { Logo } from "@/components/shell/logo";
import { SkipLink } from "@/components/shell/skip-link";
import { buttonClass } from "@/components/ui/button";

/** The documentation is open to everyone: people read it before they have an account. */
export default function DocumentationLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-dvh flex-col">
      <SkipLink />
      <header className="flex h-(--top) shrink-0 items-center gap-2.5 border-b border-line px-(--gutter)">
        <Logo />
        <Link href="/docs" className="font-semibold hover:text-accent">
          Heddle documentation
        </Link>
        <Link href="/" className={`ml-auto ${buttonClass({ size: "sm" })}`}>
          Open Heddle
        </Link>
      </header>
      <div className="flex min-h-0 flex-1 max-desk:flex-col">
        <nav
          aria-label="Documentation"
          className="w-56 shrink-0 overflow-y-auto border-r border-line bg-sunken p-3 max-desk:hidden"
        >
          <DocumentationNav />
        </nav>
        <details className="group shrink-0 border-b border-line bg-sunken desk:hidden">
          <summary className="flex h-11 list-none items-center justify-between px-(--gutter) font-medium">
            Pages
            <ChevronDown size={14} aria-hidden className="group-open:rotate-180" />
          </summary>
          <nav aria-label="Documentation, on a phone" className="px-2 pb-2">
            <DocumentationNav />
          </nav>
        </details>
        <main id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
