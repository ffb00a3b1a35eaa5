import { index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { createdAt, id, systemPolicy } from "../columns";

/** Mail to be sent or, where no mail server is configured, to be read by the operator. */
export const mailOutbox = pgTable(
  "mail_outbox",
  {
    id: id(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** Where the mail can be stopped with one request (RFC 8058); only mails that come again and again have one. */
    unsubscribeUrl: text("unsubscribe_url"),
    sentAt: timestamp("sent_at", { withTimezone: true }),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt,
  },
  (t) => [primaryKey({ columns: [t.id] }), index("mail_outbox_created").on(t.createdAt), systemPolicy("mail_outbox")],
);
export type OutgoingMail = typeof mailOutbox.$inferSelect;
