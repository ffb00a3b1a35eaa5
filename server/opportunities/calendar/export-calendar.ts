import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import { calendarEvents } from "./calendar-events";
import type { ExportCalendarInput, ExportedFile } from "./schemas";
import { writeIcs } from "./write-ics";

/** The dates as a file for a calendar program: all that the person may see, or those of one opportunity. Recorded. Throws NotFoundError. */
export async function exportCalendar(ctx: WorkspaceContext, input: ExportCalendarInput): Promise<ExportedFile> {
  authorize(ctx, "opportunities:read");
  const now = new Date();
  return inWorkspace(ctx, async (tx) => {
    const opportunity = input.opportunityId ? await requireOpportunity(tx, ctx, input.opportunityId) : null;
    const events = await calendarEvents(tx, ctx, input.opportunityId, now);
    await recordAudit(tx, ctx, {
      action: "calendar.export",
      ...(opportunity ? { subjectId: opportunity.id } : {}),
      detail: { entries: events.length },
    });
    return {
      fileName: opportunity ? `opportunity-${opportunity.number}.ics` : "deadlines.ics",
      mime: "text/calendar; charset=utf-8",
      text: writeIcs(opportunity?.title ?? `${ctx.workspace.name} · deadlines`, events, now),
      entries: events.length,
    };
  });
}
