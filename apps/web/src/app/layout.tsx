import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { ThemeProvider } from "@/components/shell/theme-provider";
import { TimeProvider } from "@/components/time/time-provider";
import { knownZone, LOCAL_ZONE_COOKIE, ZONE_COOKIE } from "@/components/time/zone";
import { Toasts } from "@/components/ui/toasts";
import { NONCE_HEADER } from "@/server/security-headers";
import { TrpcReactProvider } from "@/trpc/client";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Heddle", template: "%s · Heddle" },
  description: "See every run of every pipeline, and know what changed and why.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1012" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const nonce = (await headers()).get(NONCE_HEADER) ?? "";
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={nonce}>
          <TimeProvider
            mode={jar.get(ZONE_COOKIE)?.value === "utc" ? "utc" : "local"}
            localZone={knownZone(jar.get(LOCAL_ZONE_COOKIE)?.value ?? "")}
            now={Date.now()}
          >
            <TrpcReactProvider>
              <NuqsAdapter>{children}</NuqsAdapter>
            </TrpcReactProvider>
            <Toasts />
          </TimeProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
