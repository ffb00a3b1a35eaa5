import { jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { systemPolicy, timestamps } from "../columns";

/**
 * What this installation owes a host: when it may be asked next, by whichever workspace, what its limits have proved to be, and its
 * robots.txt. No word of who watches it.
 */
export const crawlHosts = pgTable(
  "crawl_hosts",
  {
    /** `scheme://host:port`. */
    host: text("host").notNull(),
    /** Learned limits (server/crawling/resilience). */
    state: jsonb("state").$type<unknown>(),
    nextAt: timestamp("next_at", { withTimezone: true }).notNull().defaultNow(),
    /** Null: none was found, or it was never asked for. */
    robotsText: text("robots_text"),
    robotsStatus: text("robots_status", { enum: ["found", "none", "unreachable"] }),
    robotsFetchedAt: timestamp("robots_fetched_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [primaryKey({ columns: [t.host] }), systemPolicy("crawl_hosts")],
);
export type CrawlHost = typeof crawlHosts.$inferSelect;
