import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { SubjectRef } from "./schemas";

/** What comments, tasks and activities are about. Its collection decides who sees them. */
export interface Subject {
  kind: string;
  id: string;
  collectionId: string;
  /** Where it is shown inside the workspace, beginning with a slash. */
  path: string;
  title: string;
}

/** `joinedIds`: others of its kind that were joined to it; what was said and done about them is shown with it. */
export interface FoundSubject extends Subject {
  joinedIds: string[];
}

/** How this floor learns about subjects of the floors above; the wiring hands one in. */
export interface SubjectBook {
  /** As far as the actor may see it. Throws NotFoundError. */
  require: (ctx: WorkspaceContext, ref: SubjectRef) => Promise<FoundSubject>;
  /** What they are called, by id; unknown ones are left out. */
  titles: (ctx: WorkspaceContext, ids: string[]) => Promise<Map<string, string>>;
}
