import { AppError } from "@/server/platform/errors";

export const unreadableFeedReasons = ["empty", "html", "not_a_feed"] as const;
export type UnreadableFeedReason = (typeof unreadableFeedReasons)[number];

const messages: Record<UnreadableFeedReason, string> = {
  empty: "The address answered with nothing where a feed was expected. Check the address, or try again later.",
  html: "The address answered with a web page where a feed was expected. Look on that page for its feed, or watch the page itself.",
  not_a_feed: "What the address answered is no RSS, Atom, CDF or JSON feed. Check the address.",
};

/** What was fetched is no feed. A broken feed is read as far as it goes and is no error. */
export class UnreadableFeedError extends AppError {
  readonly code = "unsupported";
  constructor(
    readonly reason: UnreadableFeedReason,
    options?: ErrorOptions,
  ) {
    super(messages[reason], options);
  }
}
