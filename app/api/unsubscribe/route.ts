import { baseUrl } from "@/lib/env";
import { asRest } from "@/server/http/rest-response";
import { unsubscribe } from "@/server/notifications";

export const dynamic = "force-dynamic";

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";
/** The address is the secret: what is logged of a failure must not hold it. */
const withoutToken = (request: Request) => new Request(new URL("/api/unsubscribe", request.url));

/** What a mail program sends when its reader asks to be left alone (RFC 8058): no session, no page, one request. */
export function POST(request: Request): Promise<Response> {
  return asRest(withoutToken(request), async () => {
    await unsubscribe(tokenOf(request));
    return new Response("The daily mail is stopped.\n", { headers: { "content-type": "text/plain; charset=utf-8" } });
  });
}

/** Whoever follows the address by hand is asked first: programs that look at links must stop nothing. */
export function GET(request: Request): Response {
  const token = encodeURIComponent(tokenOf(request));
  return new Response(null, { status: 303, headers: { location: `${baseUrl}/unsubscribe?token=${token}` } });
}
