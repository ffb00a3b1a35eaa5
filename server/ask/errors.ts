import { AppError } from "@/server/platform/errors";

/** The person called the question off; nothing more is written. */
export class CancelledError extends AppError {
  readonly code = "cancelled";
  constructor() {
    super("This question was cancelled.");
  }
}
