import { AppError } from "@/server/platform/errors";

/** The watched part is not on the page: nothing was compared, and nobody is to be alarmed by what the rest of the page says. */
export class ScopeNotFoundError extends AppError {
  readonly code = "not_found";
  constructor(
    /** Which of the two captures lacks it. */
    readonly side: "before" | "after",
    scope: string,
  ) {
    super(
      `The watched part ${scope} was not found ${side === "after" ? "on the page any more" : "on the earlier page"}.`,
    );
  }
}

/** What was entered is no CSS selector. */
export class InvalidSelectorError extends AppError {
  readonly code = "invalid";
  constructor(selector: string, options?: ErrorOptions) {
    super(`"${selector.slice(0, 100)}" is no CSS selector. Try one such as "#fees" or "main .prices".`, options);
  }
}
