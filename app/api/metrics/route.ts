import { env } from "@/lib/env";
import { tokenHash } from "@/lib/token-hash";
import { readMetrics } from "@/server/composition/read-metrics";
import { createRequestContext } from "@/server/composition/request-context";
import { asRest } from "@/server/http/rest-response";
import { ForbiddenError } from "@/server/platform/errors";

export const dynamic = "force-dynamic";

/** Prometheus metrics, for the signed-in operator or for a scraper that sends OUTRIDER_METRICS_TOKEN. */
export function GET(request: Request): Promise<Response> {
  return asRest(request, async () => {
    const token = env.OUTRIDER_METRICS_TOKEN;
    const given = request.headers.get("authorization") ?? "";
    // Hashes, so that the time of the comparison tells nothing of how much was guessed.
    const isScraper = token !== undefined && tokenHash(given) === tokenHash(`Bearer ${token}`);
    if (!isScraper && (await createRequestContext(request)).user?.isOperator !== true) {
      throw new ForbiddenError(
        "Metrics are for the operator of this installation, or for a scraper with OUTRIDER_METRICS_TOKEN.",
      );
    }
    const { text, contentType } = await readMetrics();
    return new Response(text, { headers: { "content-type": contentType, "cache-control": "private, no-store" } });
  });
}
