import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safeCallbackUrl } from "@/auth/callback-url";
import { currentSession } from "@/auth/session";
import { Logo } from "@/components/shell/logo";
import { getServices } from "@/services";
import { SignInForm } from "./sign-in-form";
import { type SignInProblem, toProblem } from "./sign-in-problem";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>;
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const services = getServices();
  const query = await searchParams;
  const callbackUrl = safeCallbackUrl(first(query.callbackUrl) ?? "/", services.publicUrl);
  if (await currentSession(services)) redirect(callbackUrl);
  const error = first(query.error);
  const problem: SignInProblem | null = error ? toProblem(error) : null;
  return (
    <main className="grid min-h-dvh place-items-center bg-sunken px-4 py-10">
      <div className="w-full max-w-90">
        <div className="mb-6 flex items-center gap-3">
          <Logo size={36} />
          <div>
            <h1 className="text-20 font-semibold tracking-[-0.012em]">Sign in to Heddle</h1>
            <p className="text-12 text-ink-2">Every run of every pipeline, and what changed.</p>
          </div>
        </div>
        <SignInForm callbackUrl={callbackUrl} problem={problem} />
        <details className="mt-4 px-5 text-12 text-ink-2">
          <summary className="w-fit rounded-1 text-ink-2 hover:text-ink">First time here?</summary>
          <p className="mt-2 leading-5">
            The first start of Heddle makes one account. Its e-mail and password are printed once, in the
            terminal where <code>npm start</code> ran; where there was no terminal, they are in the file{" "}
            <code>first-sign-in.txt</code> in the data folder.
          </p>
        </details>
      </div>
    </main>
  );
}
