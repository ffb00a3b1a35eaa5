import { createHash } from "node:crypto";
import { findSession, recent, type SignedInUser } from "@/server/identity";
import { InvalidInputError, NotFoundError, UnauthenticatedError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { RequestContext } from "@/server/trpc/context";
import { findApiKey, findMembership } from "@/server/workspaces";
import { callerOf } from "./caller";
import { readSessionTicket } from "./session-cookie";

export const workspaceHeader = "x-outrider-workspace";

/** Opening the sealed cookie costs more than the look-up behind it; a cookie's content never changes. */
const tickets = recent<Awaited<ReturnType<typeof readSessionTicket>>>("tickets", 60_000);

/**
 * Who is asking, for every door: a session cookie or `Authorization: Bearer ork_...`, the key if both are there.
 * `workspaceSlug` (else the header x-outrider-workspace) names a workspace and gives no right to it.
 */
export async function createRequestContext(
  request: Pick<Request, "headers">,
  workspaceSlug?: string | null,
): Promise<RequestContext> {
  const { headers } = request;
  const caller = callerOf(headers);
  const slug = workspaceSlug ?? headers.get(workspaceHeader);
  const token = bearerToken(headers);
  const user = token === null ? await signedInUser(headers) : null;
  let workspace: Promise<WorkspaceContext> | undefined;
  return {
    ...caller,
    user,
    idempotencyKey: idempotencyKey(headers),
    workspace: () => {
      workspace ??= token === null ? asMember(user, slug, caller.requestId) : asApiKey(token, slug, caller.requestId);
      return workspace;
    },
    recheckWorkspace: async () =>
      token === null
        ? asMember(await signedInUser(headers), slug, caller.requestId)
        : asApiKey(token, slug, caller.requestId),
  };
}

async function signedInUser(headers: Headers): Promise<SignedInUser | null> {
  const cookie = headers.get("cookie");
  if (!cookie) return null;
  const ticket = await tickets.get(createHash("sha256").update(cookie).digest("base64"), () =>
    readSessionTicket(headers),
  );
  return ticket && findSession(ticket);
}

async function asMember(user: SignedInUser | null, slug: string | null, requestId: string): Promise<WorkspaceContext> {
  if (!user?.userId) throw new UnauthenticatedError();
  if (!slug) throw new InvalidInputError(`Name the workspace in the header ${workspaceHeader}.`);
  const membership = await findMembership(user.userId, slug);
  if (!membership) throw new NotFoundError("workspace");
  return {
    workspace: membership.workspace,
    actor: { kind: "user", userId: user.userId, sessionId: user.sessionId },
    role: membership.role,
    requestId,
  };
}

async function asApiKey(token: string, slug: string | null, requestId: string): Promise<WorkspaceContext> {
  const key = token.startsWith("ork_") ? await findApiKey(token) : null;
  if (!key) throw new UnauthenticatedError("This API key is not valid: it was revoked, has expired or never existed.");
  if (slug && slug !== key.workspace.slug) throw new NotFoundError("workspace");
  return {
    workspace: key.workspace,
    actor: { kind: "apiKey", userId: key.userId, apiKeyId: key.apiKeyId, scope: key.scope },
    role: key.role,
    requestId,
  };
}

/** Null without an Authorization header; any other scheme is a key that is not valid. */
function bearerToken(headers: Headers): string | null {
  const given = headers.get("authorization");
  if (given === null) return null;
  return /^Bearer ([\w-]{1,200})$/i.exec(given.trim())?.[1] ?? "";
}

function idempotencyKey(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new InvalidInputError("An Idempotency-Key is 1 to 200 visible ASCII characters.");
  }
  return key;
}
