import { AppError } from "@/server/platform/errors";

/** A page that could not be read apart from the server: it took too long, or reading it ended the thread. */
export class UnreadablePageError extends AppError {
  readonly code = "unsupported";

  constructor(
    readonly reason: "timeout" | "crashed",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
