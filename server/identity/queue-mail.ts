import type { Tx } from "@/drizzle/client";
import { mailOutbox } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { announce } from "@/server/jobs/announce";
import { mailQueued } from "@/server/jobs/events";

export interface Mail {
  /** A canonical address (lib/email.ts). */
  recipient: string;
  subject: string;
  body: string;
  /** Where one POST stops mails of this kind (RFC 8058). */
  unsubscribeUrl?: string;
}

/**
 * Puts a mail into the installation's outbox in the running transaction; a job sends it, or the operator reads it there.
 * Runs in a system transaction: the workspace's role cannot touch the outbox of mails.
 */
export async function queueMail(tx: Tx, mail: Mail): Promise<string> {
  const id = newId();
  await tx.insert(mailOutbox).values({ id, ...mail, subject: mail.subject.replace(/\s+/g, " ").slice(0, 200) });
  await announce(tx, mailQueued.create({ mailId: id }));
  return id;
}
