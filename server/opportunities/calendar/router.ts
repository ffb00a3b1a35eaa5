import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { createFeed } from "./create-feed";
import { exportCalendar } from "./export-calendar";
import { exportOpportunities } from "./export-opportunities";
import { getCalendar } from "./get-calendar";
import { listFeeds } from "./list-feeds";
import { revokeFeed } from "./revoke-feed";
import {
  calendarInput,
  calendarOutput,
  createdFeed,
  exportCalendarInput,
  exportedFile,
  exportedTable,
  exportOpportunitiesInput,
  feedId,
  listFeedsOutput,
} from "./schemas";

const tags = ["calendar"];

export const calendarRouter = router({
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/calendar", tags, summary: "Dates and tasks of a range of days" } })
    .input(calendarInput)
    .output(calendarOutput)
    .query(({ ctx, input }) => getCalendar(ctx.workspace, input)),
  export: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/calendar/export", tags, summary: "The dates as iCalendar" } })
    .input(exportCalendarInput)
    .output(exportedFile)
    .query(({ ctx, input }) => exportCalendar(ctx.workspace, input)),
  /** A mutation, because it is recorded. */
  exportOpportunities: workspaceProcedure
    .meta({
      openapi: { method: "POST", path: "/opportunities/export", tags, summary: "The list as CSV or XLSX" },
      isReading: true,
    })
    .input(exportOpportunitiesInput)
    .output(exportedTable)
    .mutation(({ ctx, input }) => exportOpportunities(ctx.workspace, input)),
  feeds: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/calendar/feeds", tags, summary: "Your calendar addresses" } })
    .input(z.strictObject({}))
    .output(listFeedsOutput)
    .query(async ({ ctx }) => ({ feeds: await listFeeds(ctx.workspace) })),
  createFeed: workspaceProcedure
    .input(z.strictObject({}))
    .output(createdFeed)
    .mutation(({ ctx }) => createFeed(ctx.workspace)),
  revokeFeed: workspaceProcedure
    .meta({
      openapi: { method: "DELETE", path: "/calendar/feeds/{id}", tags, summary: "An address stops working at once" },
    })
    .input(feedId)
    .output(z.object({ ok: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await revokeFeed(ctx.workspace, input.id);
      return { ok: true };
    }),
});
