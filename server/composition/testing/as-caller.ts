import { encode } from "next-auth/jwt";
import { baseUrl } from "@/lib/env";
import { newId } from "@/lib/ids";
import { createSession } from "@/server/identity";
import { inSystem } from "@/server/platform/workspace-context";
import type { RequestContext } from "@/server/trpc/context";
import { createCallerFactory } from "@/server/trpc/procedures";
import { createRequestContext, workspaceHeader } from "../request-context";
import { appRouter } from "../router";
import { sessionCookieName, sessionSecret } from "../session-cookie";

/** For tests: calls every procedure as the doors do, with a context made from a request's own headers. */
export async function asCaller(headers: Record<string, string> = {}) {
  return callerIn(await createRequestContext(new Request(`${baseUrl}/api/trpc`, { headers })));
}

export function callerIn(ctx: RequestContext) {
  return createCallerFactory(appRouter)(ctx);
}

/** The headers of a browser in which this person has just signed in, on a page of this workspace. */
export async function signedIn(userId: string, workspaceSlug?: string): Promise<Record<string, string>> {
  const ticket = await inSystem((tx) =>
    createSession(tx, userId, { address: "203.0.113.7", userAgent: "test", requestId: newId() }),
  );
  const sealed = await encode({
    token: { sid: ticket.sessionId, tok: ticket.token },
    secret: sessionSecret(),
    salt: sessionCookieName,
  });
  return {
    cookie: `${sessionCookieName}=${sealed}`,
    ...(workspaceSlug ? { [workspaceHeader]: workspaceSlug } : {}),
  };
}
