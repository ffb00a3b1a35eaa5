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

/** `what` names the file by its own kind, as in "Word document": the person sees a file, not how it is packed. */
export function damaged(what: string, cause?: unknown): UnreadableFileError {
  return new UnreadableFileError(
    "damaged",
    `The ${what} is damaged and cannot be opened. Open it in the program that made it, save it again and upload the new copy.`,
    { cause },
  );
}

/** As damaged, for a file that breaks off. */
export function cutOff(what: string, cause?: unknown): UnreadableFileError {
  return new UnreadableFileError(
    "damaged",
    `The ${what} is not whole: its end is missing, as after a transfer that broke off. Fetch or copy it again and upload that.`,
    { cause },
  );
}

export function locked(what: string, cause?: unknown): UnreadableFileError {
  return new UnreadableFileError(
    "encrypted",
    `The ${what} is protected with a password. Save a copy without the password and upload that.`,
    { cause },
  );
}
