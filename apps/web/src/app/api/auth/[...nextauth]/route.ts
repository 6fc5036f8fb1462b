import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "../../../../auth/options";
import { getServices } from "../../../../services";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: RouteContext): Promise<Response> {
  const [action] = (await context.params).nextauth;
  // With this action of next-auth, anyone could write what they like into our log.
  if (action === "_log") return new Response(null, { status: 404 });
  return NextAuth(request, context, authOptions(getServices()));
}

export { handler as GET, handler as POST };
