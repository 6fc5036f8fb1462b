"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { API_REFERENCE, GUIDES } from "@/documentation/guides";

const PAGES = [
  ...GUIDES.map(({ slug, title }) => ({ href: `/docs/${slug}`, title })),
  { href: "/docs/api", title: API_REFERENCE.title },
];

/** All pages of the documentation. */
export function DocumentationNav() {
  const pathname = usePathname();
  return (
    <ul className="flex flex-col gap-px">
      {PAGES.map(({ href, title }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={pathname === href ? "page" : undefined}
            className="flex h-7 items-center rounded-2 px-2 text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-active aria-[current=page]:font-medium aria-[current=page]:text-ink max-desk:h-10"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
