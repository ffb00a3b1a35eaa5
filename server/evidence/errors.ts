import { AppError } from "@/server/platform/errors";

/** A quote that is not literally where it claims to be, or is too long; what rests on it must not be stored. */
export class UnsupportedQuoteError extends AppError {
  readonly code = "invalid";
}
