import type { ReactNode } from "react";
import { Logo } from "./logo";

interface FullPageProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** A page that is only a message, outside of any project. */
export function FullPage({ title, children, action }: FullPageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-3 px-6 py-12">
      <Logo size={32} />
      <h1 className="text-20 font-semibold">{title}</h1>
      <div className="break-words text-ink-2">{children}</div>
      {action ? <div className="mt-2 flex gap-2">{action}</div> : null}
    </main>
  );
}
