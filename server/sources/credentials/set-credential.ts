import { sourceCredentials } from "@/drizzle/schema";
import { forgetContext } from "@/server/crawling/browser";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { sealText } from "@/server/platform/crypto";
import { requireReadableUrl } from "@/server/platform/egress";
import { InvalidInputError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { afterCommit, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { contextKey, requireSource } from "../queries";
import type { SetCredentialInput } from "../schemas";
import { findCredential } from "./find-credential";
import { sealedIn } from "./sealed-in";

/**
 * Says how to sign in to a source. The secret is sealed for this row, sent to the origin of the sign-in page only, and never handed out
 * again. Giving it anew lifts the pause after refusals. Throws NotFoundError, InvalidInputError (a sign-in page that is not encrypted).
 */
export async function setCredential(ctx: WorkspaceContext, input: SetCredentialInput): Promise<void> {
  authorize(ctx, "sources:credentials");
  requireReadableUrl(input.loginUrl);
  const { origin, protocol, hostname } = new URL(input.loginUrl);
  // A sample site on this very machine has no certificate; whether it may be reached at all is the door's decision.
  if (protocol !== "https:" && !["127.0.0.1", "localhost"].includes(hostname)) {
    throw new InvalidInputError(
      "The sign-in page must be encrypted (https), or the password could be read on its way.",
    );
  }
  await inWorkspace(ctx, async (tx) => {
    const source = await requireSource(tx, ctx, input.sourceId);
    const old = await findCredential(tx, ctx, source.id);
    if (old) afterCommit(() => void forgetContext(contextKey(source, old)));
    const bound = (column: string) => sealedIn(ctx.workspace.id, input.sourceId, column);
    const values = {
      origin,
      loginUrl: input.loginUrl,
      username: input.username,
      passwordSealed: sealText(input.password, bound("password")),
      totpSealed: input.totpSecret ? sealText(input.totpSecret.replace(/\s/g, "").toUpperCase(), bound("totp")) : null,
      sessionSealed: null,
      refusals: 0,
      updatedAt: new Date(),
    };
    await tx
      .insert(sourceCredentials)
      .values({ workspaceId: ctx.workspace.id, sourceId: input.sourceId, ...values })
      .onConflictDoUpdate({ target: [sourceCredentials.workspaceId, sourceCredentials.sourceId], set: values });
    await recordAudit(tx, ctx, {
      action: "source.set_credential",
      subjectId: input.sourceId,
      detail: { origin, hasTotp: Boolean(input.totpSecret) },
    });
    announceLive(ctx, "source", input.sourceId);
  });
}
