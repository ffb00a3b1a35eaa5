import { and, eq, isNull, sql } from "drizzle-orm";
import { mailOutbox } from "@/drizzle/schema";
import { UnavailableError } from "../errors";
import { mailTransport } from "../ports";
import { inSystem } from "../workspace-context";

/**
 * Sends a mail of the outbox over the mail server; once sent, calling again does nothing. Where no mail server is
 * configured the mail waits for the operator. Throws UnavailableError when the server does not take it: try again later.
 */
export async function deliverMail(mailId: string): Promise<"sent" | "waiting"> {
  const transport = mailTransport();
  if (!transport) return "waiting";
  const mail = await claim(mailId);
  if (!mail) return "sent";
  try {
    const { recipient: to, subject, body: text, unsubscribeUrl } = mail;
    await transport.deliver({ to, subject, text, unsubscribeUrl });
  } catch (cause) {
    const lastError = String(cause).slice(0, 500);
    await inSystem((tx) => tx.update(mailOutbox).set({ lastError }).where(eq(mailOutbox.id, mailId)));
    throw new UnavailableError("The mail server did not take the mail.", { cause });
  }
  await inSystem((tx) =>
    tx.update(mailOutbox).set({ sentAt: sql`now()`, lastError: null }).where(eq(mailOutbox.id, mailId)),
  );
  return "sent";
}

/** The attempt is counted before the mail leaves. A crash between sending and noting it sends twice; losing it would be worse. */
async function claim(mailId: string) {
  const [row] = await inSystem((tx) =>
    tx
      .update(mailOutbox)
      .set({ attempts: sql`${mailOutbox.attempts} + 1` })
      .where(and(eq(mailOutbox.id, mailId), isNull(mailOutbox.sentAt)))
      .returning(),
  );
  return row;
}
