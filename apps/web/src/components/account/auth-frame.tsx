import type { ReactNode } from "react";
import { Logo } from "../shell/logo";

interface AuthFrameProps {
  title: string;
  /** What the page is for, in one short line. */
  intro?: ReactNode;
  children: ReactNode;
  /** Ways elsewhere, below the card. */
  footer?: ReactNode;
}

/** A page for people who are not signed in: one card with one thing to do. */
export function AuthFrame({ title, intro, children, footer }: AuthFrameProps) {
  return (
    <main className="grid min-h-dvh place-items-center bg-sunken px-4 py-10">
      <div className="w-full max-w-90">
        <div className="mb-6 flex items-center gap-3">
          <Logo size={36} />
          <div className="min-w-0">
            <h1 className="text-20 leading-7 font-semibold tracking-[-0.012em] break-words">{title}</h1>
            {intro ? <p className="text-12 break-words text-ink-2">{intro}</p> : null}
          </div>
        </div>
        <div className="flex flex-col gap-4 rounded-3 border border-line bg-bg p-5">{children}</div>
        {footer ? <div className="mt-4 flex flex-col gap-3 px-5 text-12 text-ink-2">{footer}</div> : null}
      </div>
    </main>
  );
}
