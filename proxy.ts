import { type NextRequest, NextResponse } from "next/server";
import { isServerLost } from "@/drizzle/connection-errors";
import { contentSecurityPolicy } from "@/lib/content-security-policy";
import { env } from "@/lib/env";
import { assertKnownHost } from "@/server/http/door-guard";
import { unavailablePage } from "@/server/http/unavailable-page";
import { ForbiddenError } from "@/server/platform/errors";

/**
 * Gives every page its own nonce and policy. Who may see what is decided in layouts and procedures, never here:
 * a protection that lives in front of the routes is lost the day a matcher misses one. A host that is not ours gets no page at all;
 * the doors of the API ask the same again.
 */
export function proxy(request: NextRequest): Response {
  try {
    assertKnownHost(request.headers);
  } catch (error) {
    if (!(error instanceof ForbiddenError)) throw error;
    const headers = { "cache-control": "no-store", "content-security-policy": "default-src 'none'" };
    return new NextResponse(`${error.message}\n`, { status: 421, headers });
  }
  if (isServerLost()) return unavailablePage();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  // Next copies the nonce onto its own tags when it finds the policy among the request's headers.
  const policy = contentSecurityPolicy(nonce, env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // So that a layout can send a stranger to sign in and back again. Always set here, whatever the client sent.
  headers.set("x-outrider-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export const config = { matcher: ["/((?!api/|_next/static/|pdfjs/|icon.svg$).*)"] };
