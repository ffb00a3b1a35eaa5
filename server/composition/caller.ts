import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { peerAddress } from "@/server/http/peer-address";
import type { Caller } from "@/server/identity";

/** What a door writes down of who called. The request id is ours, never the client's. */
export function callerOf(headers: Headers): Caller {
  return {
    requestId: newId(),
    address: peerAddress(headers, env.OUTRIDER_TRUSTED_PROXIES),
    userAgent: (headers.get("user-agent") ?? "").slice(0, 300),
  };
}
