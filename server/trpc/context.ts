import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** What a door knows of a request before a procedure runs. Doors resolve who is asking; procedures only read it. */
export interface RequestContext {
  requestId: string;
  /** The caller's network address as far as it can be trusted. */
  address: string;
  userAgent: string;
  /** The signed-in person; null for API keys and strangers. */
  user: { userId: string; sessionId: string; email: string; name: string; isOperator: boolean } | null;
  /**
   * The workspace that the request names and the caller belongs to (a session's member, or an API key's own workspace).
   * Throws UnauthenticatedError, or NotFoundError for a workspace that is unknown or not the caller's.
   */
  workspace: () => Promise<WorkspaceContext>;
  /** As `workspace`, decided anew: for streams that outlive the moment in which they were opened. */
  recheckWorkspace: () => Promise<WorkspaceContext>;
  /** The client's own key for a state change that must not happen twice. */
  idempotencyKey: string | null;
}
