import { count, desc, ilike, or } from "drizzle-orm";
import { mailOutbox } from "@/drizzle/schema";
import { containing } from "@/lib/like-pattern";
import { inSystem } from "@/server/platform/workspace-context";
import { findLapsedMails } from "./find-lapsed-mails";

/**
 * The installation's outbox, newest first; a mail has lapsed when it has not gone out and would help nobody any more. For the operator
 * only: mails carry links that open accounts.
 */
export function listOutgoingMails(input: { q?: string; limit: number; offset: number }) {
  const like = input.q ? containing(input.q) : null;
  const matching = like ? or(ilike(mailOutbox.recipient, like), ilike(mailOutbox.subject, like)) : undefined;
  return inSystem(async (tx) => {
    const mails = await tx
      .select()
      .from(mailOutbox)
      .where(matching)
      .orderBy(desc(mailOutbox.createdAt), desc(mailOutbox.id))
      .limit(input.limit)
      .offset(input.offset);
    const [counted] = await tx.select({ total: count() }).from(mailOutbox).where(matching);
    const lapsed = await findLapsedMails(
      tx,
      mails.filter(({ sentAt }) => sentAt === null),
    );
    const told = mails.map((mail) => ({ ...mail, isLapsed: lapsed.has(mail.id) }));
    return { mails: told, total: counted?.total ?? 0 };
  });
}
