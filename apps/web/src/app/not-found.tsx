import type { Metadata } from "next";
import Link from "next/link";
import { FullPage } from "@/components/shell/full-page";
import { buttonClass } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <FullPage
      title="There is no such page"
      action={
        <Link href="/" className={buttonClass({ size: "lg" })}>
          Go to your projects
        </Link>
      }
    >
      The address is wrong, what it named was deleted, or your account may not see it. Check the address, or
      ask whoever sent it to add you to the project.
    </FullPage>
  );
}
