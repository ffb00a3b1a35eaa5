export const errorCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "too_large",
  "unsupported",
  "rate_limited",
  "over_budget",
  "blocked",
  "unavailable",
  "cancelled",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Whether doing the same again can help: never, later, or with a new session. */
export type Retry = "never" | "later" | "new_session";

/** The base of every expected error: a closed union of codes, a message fit for the user, the detail in `cause`. */
export abstract class AppError extends Error {
  abstract readonly code: ErrorCode;
  readonly retry: Retry = "never";
  override get name(): string {
    return this.constructor.name;
  }
}

export class InvalidInputError extends AppError {
  readonly code = "invalid";
}

export class UnauthenticatedError extends AppError {
  readonly code = "unauthenticated";
  constructor(message = "Sign in to continue.", options?: ErrorOptions) {
    super(message, options);
  }
}

export class ForbiddenError extends AppError {
  readonly code = "forbidden";
}

/** Also for what exists in another workspace: from outside the two look the same. */
export class NotFoundError extends AppError {
  readonly code = "not_found";
  constructor(subject: string, options?: ErrorOptions) {
    super(`This ${subject} does not exist, or you may not see it.`, options);
  }
}

export class ConflictError extends AppError {
  readonly code = "conflict";
}

export class TooLargeError extends AppError {
  readonly code = "too_large";
}

export class RateLimitedError extends AppError {
  readonly code = "rate_limited";
  override readonly retry = "later";
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}

export class UnavailableError extends AppError {
  readonly code = "unavailable";
  override readonly retry = "later";
}
