import { count, desc, ilike, or } from "drizzle-orm";
import { mailOutbox } from "@/drizzle/schema";
import { containing } from "@/lib/like-pattern";
import { inSystem } from "@/server/platform/workspace-context";

/** The installation's outbox, newest first. For the operator only: mails carry links that open accounts. */
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
    return { mails, total: counted?.total ?? 0 };
  });
}
