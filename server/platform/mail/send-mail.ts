import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { mailOutbox } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { InvalidInputError } from "../errors";
import { logger } from "../logging";
import { mailTransport } from "../ports";
import { afterCommit, inSystem, isInTransaction } from "../workspace-context";
import type { Mail } from "./mail";

const maxAttempts = 8;
const settled = sql`now() - interval '2 minutes'`;

/**
 * Writes the mail into the outbox and, where a mail server is configured, delivers it. What the server does not take stays in
 * the outbox with its error and is tried again by `deliverPendingMail`. Inside a transaction this happens after it
 * commits; a mail of a verb that fails is never sent. Throws InvalidInputError for an address that is not one.
 */
export async function sendMail(mail: Mail): Promise<void> {
  // Addresses are canonical before they get here; this only keeps a list or a header from passing as one.
  if (!/^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/.test(mail.to))
    throw new InvalidInputError("This is not an e-mail address.");
  if (isInTransaction()) {
    afterCommit(() => {
      queueAndDeliver(mail).catch((error) =>
        logger.error({ event: "mail.lost", error }, "a mail could not be written to the outbox"),
      );
    });
    return;
  }
  await queueAndDeliver(mail);
}

async function queueAndDeliver({ to, subject, text }: Mail): Promise<void> {
  const id = newId();
  await inSystem((tx) => tx.insert(mailOutbox).values({ id, recipient: to, subject, body: text }));
  if (mailTransport()) await deliver(id);
}

/**
 * Delivers what is still in the outbox, oldest first, and returns how many went out. For one job that never overlaps itself; it
 * leaves the newest alone, because `sendMail` may be delivering them.
 */
export async function deliverPendingMail(limit = 50): Promise<number> {
  if (!mailTransport()) return 0;
  const pending = await inSystem((tx) =>
    tx
      .select({ id: mailOutbox.id })
      .from(mailOutbox)
      .where(and(isNull(mailOutbox.sentAt), lt(mailOutbox.attempts, maxAttempts), lt(mailOutbox.createdAt, settled)))
      .orderBy(asc(mailOutbox.createdAt))
      .limit(limit),
  );
  let sent = 0;
  for (const { id } of pending) if (await deliver(id)) sent++;
  return sent;
}

/** The attempt is counted before the mail leaves, so that a mail which brings us down is not tried for ever. A crash between sending and noting it sends twice. */
async function deliver(id: string): Promise<boolean> {
  const transport = mailTransport();
  const mail = transport && (await claim(id));
  if (!mail) return false;
  try {
    await transport.deliver({ to: mail.recipient, subject: mail.subject, text: mail.body });
  } catch (error) {
    const lastError = String(error).slice(0, 500);
    await inSystem((tx) => tx.update(mailOutbox).set({ lastError }).where(eq(mailOutbox.id, id)));
    logger.warn({ event: "mail.refused", id, attempts: mail.attempts }, "the mail server did not take a mail");
    return false;
  }
  await inSystem((tx) =>
    tx.update(mailOutbox).set({ sentAt: sql`now()`, lastError: null }).where(eq(mailOutbox.id, id)),
  );
  return true;
}

async function claim(id: string) {
  const [row] = await inSystem((tx) =>
    tx
      .update(mailOutbox)
      .set({ attempts: sql`${mailOutbox.attempts} + 1` })
      .where(and(eq(mailOutbox.id, id), isNull(mailOutbox.sentAt)))
      .returning(),
  );
  return row;
}
