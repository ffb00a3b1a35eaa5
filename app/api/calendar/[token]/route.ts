import { callerOf } from "@/server/composition/caller";
import { asRest } from "@/server/http/rest-response";
import { readFeed } from "@/server/opportunities";

export const dynamic = "force-dynamic";

/** A person's calendar of deadlines, for calendar programs, which sign in with nothing but the address itself. */
export function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  // The address is the secret: what is logged of a failure must not hold it.
  return asRest(new Request(new URL("/api/calendar", request.url)), async () => {
    const token = (await params).token.replace(/\.ics$/, "");
    return new Response(await readFeed(token, callerOf(request.headers)), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="deadlines.ics"',
        "cache-control": "private, no-store",
      },
    });
  });
}
