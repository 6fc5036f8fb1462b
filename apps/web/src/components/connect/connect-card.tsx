import type { ReactNode } from "react";
import { Logo } from "../shell/logo";

/** The one question or message of the page. */
export function ConnectCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center bg-sunken px-4 py-10">
      <div className="w-full max-w-90">
        <div className="mb-6 flex items-center gap-3">
          <Logo size={36} />
          <h1 className="min-w-0 text-20 leading-7 font-semibold tracking-[-0.012em] break-words">{title}</h1>
        </div>
        <div className="flex flex-col gap-4 rounded-3 border border-line bg-bg p-5">{children}</div>
      </div>
    </main>
  );
}
