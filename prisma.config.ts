import { defineConfig } from "prisma/config";

// Read by Prisma's own command line. Optional here, since `prisma generate` needs no database.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL },
});
