import { NextRequest } from "next/server";
import { baseUrl } from "@/lib/env";
import { handlers } from "@/server/composition/auth";
import { assertOwnSite } from "@/server/http/door-guard";
import { withLimitedBody } from "@/server/http/limited-body";
import { ForbiddenError, TooLargeError } from "@/server/platform/errors";

export const dynamic = "force-dynamic";

/** next-auth makes its links and cookies from the request's address, so it is handed the configured one. */
async function handle(request: NextRequest, method: "GET" | "POST"): Promise<Response> {
  try {
    assertOwnSite(request);
    const { pathname, search } = request.nextUrl;
    const limited = await withLimitedBody(request, 16 * 1024);
    const response = await handlers[method](new NextRequest(new URL(pathname + search, baseUrl), limited));
    // The headers of a redirect cannot be changed.
    const headers = new Headers(response.headers);
    headers.set("cache-control", "private, no-store");
    return new Response(response.body, { status: response.status, headers });
  } catch (error) {
    if (error instanceof ForbiddenError) return Response.json({ message: error.message }, { status: 403 });
    if (error instanceof TooLargeError) return Response.json({ message: error.message }, { status: 413 });
    throw error;
  }
}

export const GET = (request: NextRequest) => handle(request, "GET");
export const POST = (request: NextRequest) => handle(request, "POST");
