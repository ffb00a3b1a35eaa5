import { and, eq, gt, isNull } from "drizzle-orm";
import { mailOutbox } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { mailQueued } from "@/server/jobs/events";
import { mailTransport } from "@/server/platform/ports";
import { inSystem } from "@/server/platform/workspace-context";
import { findLapsedMails, newsLastsMs } from "./find-lapsed-mails";

/**
 * Once there is a mail server, mails that had waited for one go out, but for those that help nobody any more. Returns how many.
 * Asked again, or by several processes that start at once, nobody gets a mail twice: its job runs one at a time and sees that it has gone.
 */
export async function sendWaitingMails(): Promise<number> {
  if (!mailTransport()) return 0;
  return inSystem(async (tx) => {
    // No link lasts longer than news does. What a mail server has refused has a job of its own that asks again.
    const waiting = await tx
      .select()
      .from(mailOutbox)
      .where(
        and(
          isNull(mailOutbox.sentAt),
          eq(mailOutbox.attempts, 0),
          gt(mailOutbox.createdAt, new Date(Date.now() - newsLastsMs)),
        ),
      )
      .orderBy(mailOutbox.createdAt);
    const lapsed = await findLapsedMails(tx, waiting);
    const good = waiting.filter(({ id }) => !lapsed.has(id));
    await announce(tx, ...good.map(({ id }) => mailQueued.create({ mailId: id })));
    return good.length;
  });
}
