import { AppError } from "@/server/platform/errors";

/** The version was there and went by a rule of the workspace; its row says when it was captured and with which hash. */
export class VersionRemovedError extends AppError {
  readonly code = "not_found";
  constructor(removedAt: Date) {
    super(
      `This version is no longer kept: it went by the workspace's rule for earlier revisions on ${removedAt.toISOString().slice(0, 10)}.`,
    );
  }
}
