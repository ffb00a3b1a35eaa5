import { AppError } from "@/server/platform/errors";

/** The address could not be read at all, so nothing can be said about it; the message holds the reason. */
export class SourceUnreadableError extends AppError {
  readonly code = "unavailable";
  override readonly retry = "later";
}

/** The site's robots.txt asks not to be read there. */
export class RobotsDisallowedError extends AppError {
  readonly code = "blocked";
  constructor(url: string) {
    super(
      `The owner of ${URL.parse(url)?.host ?? "this site"} asks crawlers to stay away from this address (robots.txt). With their leave, set the source's robots policy to "ignore" and say who gave it.`,
    );
  }
}
