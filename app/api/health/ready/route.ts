import { checkReadiness } from "@/server/composition/readiness";

export const dynamic = "force-dynamic";

/** Whether this process should get requests: not while it starts, shuts down, or cannot reach its database. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return Response.json(readiness, {
    status: readiness.isReady ? 200 : 503,
    headers: { "cache-control": "no-store", ...(readiness.isReady ? {} : { "retry-after": "2" }) },
  });
}
