import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/drizzle/schema";
import { tokenHash } from "@/lib/token-hash";
import { authorize } from "@/server/platform/authorize";
import { AppError, NotFoundError, RateLimitedError } from "@/server/platform/errors";
import { rateLimiter } from "@/server/platform/ports";
import { inSystem, inWorkspace } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { calendarEvents } from "./calendar-events";
import { writeIcs } from "./write-ics";

/** Calendar programs ask a few times an hour, some at every click. */
const perFeed = { name: "calendar.feed", limit: 120, windowSeconds: 3600 };
const perAddress = { name: "calendar.address", limit: 300, windowSeconds: 3600 };

/**
 * The calendar of whoever the token was given to, with what that person may see at this moment. A token that is unknown, revoked
 * or of somebody who has left is all the same: not there. Throws NotFoundError and RateLimitedError.
 */
export async function readFeed(token: string, caller: { address: string }): Promise<string> {
  const hash = tokenHash(token);
  for (const [rule, subject] of [
    [perAddress, caller.address],
    [perFeed, hash],
  ] as const) {
    const decision = await rateLimiter().take(rule, subject);
    if (!decision.isAllowed) {
      throw new RateLimitedError("This calendar is asked for too often. Try again later.", decision.retryAfterSeconds);
    }
  }
  const [feed] = await inSystem((tx) =>
    tx
      .update(calendarFeeds)
      .set({ lastReadAt: new Date() })
      .where(and(eq(calendarFeeds.tokenHash, hash), isNull(calendarFeeds.revokedAt)))
      .returning({ id: calendarFeeds.id, workspaceId: calendarFeeds.workspaceId, userId: calendarFeeds.userId }),
  );
  if (!feed) throw new NotFoundError("calendar");
  const ctx = await resolveJobContext({ data: feed }, `calendar-feed ${feed.id}`).catch((error) => {
    if (error instanceof AppError) throw new NotFoundError("calendar", { cause: error });
    throw error;
  });
  authorize(ctx, "opportunities:read");
  const now = new Date();
  const events = await inWorkspace(ctx, (tx) => calendarEvents(tx, ctx, undefined, now));
  return writeIcs(`${ctx.workspace.name} · deadlines`, events, now);
}
