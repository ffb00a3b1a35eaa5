import { AppError } from "@/server/platform/errors";

/** The person called the question off, or it is over for another reason; nothing more is written. */
export class CancelledError extends AppError {
  readonly code = "cancelled";
  constructor() {
    super("This question was cancelled.");
  }
}
