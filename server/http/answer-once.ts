import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/drizzle/schema";
import { ConflictError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

interface KeptReply {
  status: number;
  body: string;
  contentType: string;
}

const waitMs = 10_000;
const lookMs = 100;

/**
 * Answers a state-changing request with an Idempotency-Key once: the same key with the same request gets the first reply again,
 * however often and at once it is sent. Throws ConflictError for the same key with another request, and while the first is still
 * running after ten seconds. A reply of 500 or above is not kept, so that the request can be tried again.
 */
export async function answerOnce(
  ctx: WorkspaceContext,
  key: string,
  request: Request,
  work: (request: Request) => Promise<Response>,
): Promise<Response> {
  const body = await request.text();
  const { pathname } = new URL(request.url);
  const requestHash = createHash("sha256")
    .update([ctx.actor.userId, request.method, pathname, body].join("\n"))
    .digest("hex");
  if (!(await claim(ctx, key, requestHash))) return replay(await waitForReply(ctx, key, requestHash));
  try {
    const reply = await work(
      new Request(request.url, { method: request.method, headers: request.headers, body: body || null }),
    );
    const text = await reply.clone().text();
    if (reply.status >= 500) await release(ctx, key);
    else
      await keep(ctx, key, { status: reply.status, body: text, contentType: reply.headers.get("content-type") ?? "" });
    return reply;
  } catch (error) {
    await release(ctx, key);
    throw error;
  }
}

/** True for the request that is to do the work. One that was cut off in the middle is taken over after a minute. */
async function claim(ctx: WorkspaceContext, key: string, requestHash: string): Promise<boolean> {
  return inWorkspace(ctx, async (tx) => {
    const taken = await tx
      .insert(idempotencyKeys)
      .values({ workspaceId: ctx.workspace.id, key, requestHash })
      .onConflictDoUpdate({
        target: [idempotencyKeys.workspaceId, idempotencyKeys.key],
        set: { createdAt: sql`now()` },
        setWhere: and(
          isNull(idempotencyKeys.finishedAt),
          eq(idempotencyKeys.requestHash, requestHash),
          sql`${idempotencyKeys.createdAt} < now() - interval '1 minute'`,
        ),
      })
      .returning({ key: idempotencyKeys.key });
    return taken.length > 0;
  });
}

async function waitForReply(ctx: WorkspaceContext, key: string, requestHash: string): Promise<KeptReply> {
  const until = Date.now() + waitMs;
  for (;;) {
    const [row] = await inWorkspace(ctx, (tx) => tx.select().from(idempotencyKeys).where(ofKey(ctx, key)));
    if (row && row.requestHash !== requestHash) {
      throw new ConflictError("This Idempotency-Key was used for another request. Use a new key for a new request.");
    }
    // Only `keep` writes replies, and only of this shape.
    if (row?.finishedAt) return row.response as KeptReply;
    if (!row || Date.now() > until) {
      throw new ConflictError(
        "The first request with this Idempotency-Key has not ended well yet. Send it again in a moment.",
      );
    }
    await new Promise((next) => setTimeout(next, lookMs));
  }
}

async function keep(ctx: WorkspaceContext, key: string, response: KeptReply): Promise<void> {
  await inWorkspace(ctx, (tx) =>
    tx.update(idempotencyKeys).set({ response, finishedAt: new Date() }).where(ofKey(ctx, key)),
  );
}

async function release(ctx: WorkspaceContext, key: string): Promise<void> {
  await inWorkspace(ctx, (tx) =>
    tx.delete(idempotencyKeys).where(and(ofKey(ctx, key), isNull(idempotencyKeys.finishedAt))),
  );
}

function ofKey(ctx: WorkspaceContext, key: string) {
  return and(eq(idempotencyKeys.workspaceId, ctx.workspace.id), eq(idempotencyKeys.key, key));
}

function replay({ status, body, contentType }: KeptReply): Response {
  return new Response(body, { status, headers: { "content-type": contentType, "idempotent-replayed": "true" } });
}
