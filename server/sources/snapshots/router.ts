import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { getSnapshot } from "./get-snapshot";
import { listSnapshots } from "./list-snapshots";
import { listSnapshotsInput, listSnapshotsOutput, snapshotDetail, snapshotId } from "./schemas";

const tags = ["snapshots"];

export const snapshotsRouter = router({
  list: workspaceProcedure
    .meta({
      openapi: { method: "GET", path: "/snapshots", tags, summary: "Kept revisions of watched pages, newest first" },
    })
    .input(listSnapshotsInput)
    .output(listSnapshotsOutput)
    .query(({ ctx, input }) => listSnapshots(ctx.workspace, input)),
  get: workspaceProcedure
    .meta({
      openapi: { method: "GET", path: "/snapshots/{id}", tags, summary: "A kept revision: headers, hash and text" },
    })
    .input(snapshotId)
    .output(snapshotDetail)
    .query(({ ctx, input }) => getSnapshot(ctx.workspace, input.id)),
});
