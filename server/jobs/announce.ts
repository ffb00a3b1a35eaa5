import type { Tx } from "@/drizzle/client";
import { outbox } from "@/drizzle/schema";
import { afterCommit } from "@/server/platform/workspace-context";
import { wakeJobs } from "./client";

export interface AnnouncedEvent {
  name: string;
  data: Record<string, unknown> & { workspaceId?: string };
}

/**
 * Writes the event into the outbox in the verb's own transaction: both commit or neither does. The embedded engine takes it
 * from there; a relay feeds it to Inngest. Use as `announce(tx, snapshotStored.create({ ... }))`.
 */
export async function announce(tx: Tx, ...events: AnnouncedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insert(outbox)
    .values(
      events.map((event) => ({ name: event.name, data: event.data, workspaceId: event.data.workspaceId ?? null })),
    );
  afterCommit(wakeJobs);
}
