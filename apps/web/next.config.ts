import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const root = fileURLToPath(new URL("../..", import.meta.url));

const config: NextConfig = {
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  reactStrictMode: true,
  // No page shows a picture that has to be scaled, so nobody needs the route that does it for anyone.
  images: { unoptimized: true },
  // TypeScript 7 has no JavaScript API for Next to call; `npm run check` runs the compiler itself.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ["@heddle/contract", "@heddle/core", "@heddle/db", "@heddle/stats"],
  serverExternalPackages: ["@node-rs/argon2", "@prisma/client", "@prisma/adapter-pg", "pg"],
};

export default config;
