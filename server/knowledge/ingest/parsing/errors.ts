import { AppError } from "@/server/platform/errors";

export const unreadableReasons = [
  "unsupported",
  "encrypted",
  "damaged",
  "too_large",
  "too_many_pages",
  "timeout",
  "out_of_memory",
  "empty",
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** A file that cannot be read. `message` is written for the person who uploaded it and says what to do. */
export class UnreadableFileError extends AppError {
  readonly code = "unsupported";

  constructor(
    readonly reason: UnreadableReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function damaged(what: string, cause?: unknown): UnreadableFileError {
  return new UnreadableFileError(
    "damaged",
    `The ${what} is damaged and cannot be opened. Open it in the program that made it, save it again and upload the new copy.`,
    { cause },
  );
}
