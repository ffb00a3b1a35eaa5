import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** How the trail, which keeps ids, learns what they stand for on the floors above; the wiring hands one in. */
export interface NameBook {
  /** What they are called, by id, as far as the actor may see them; unknown ones are left out. */
  names: (ctx: WorkspaceContext, ids: string[]) => Promise<Map<string, string>>;
  /** Ids of what is called something like this. */
  idsLike: (ctx: WorkspaceContext, text: string) => Promise<string[]>;
}
