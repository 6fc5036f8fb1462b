import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "../../../../auth/options";
import { getServices } from "../../../../services";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: RouteContext) =>
  NextAuth(request, context, authOptions(getServices()));

export { handler as GET, handler as POST };
