import { newId } from "@/lib/ids";
import { AppError } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";
import { problemReply } from "./problem";

const noStore = { "cache-control": "private, no-store" };

/** A JSON reply that nobody may keep. */
export function restReply(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: noStore });
}

/** Runs a route's work; an expected error keeps its code and message, anything else is logged and answered with a request id. */
export async function asRest(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const requestId = newId();
    const path = new URL(request.url).pathname;
    if (error instanceof AppError) logger.info({ requestId, path, code: error.code }, error.message);
    else logger.error({ requestId, path, err: error }, "unexpected error");
    return problemReply(error, requestId);
  }
}
