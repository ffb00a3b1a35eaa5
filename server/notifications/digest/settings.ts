import { and, eq } from "drizzle-orm";
import { members } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { ForbiddenError, InvalidInputError } from "@/server/platform/errors";
import { mailTransport } from "@/server/platform/ports";
import { inSystem, inWorkspace, readInWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { NotificationSettings, UpdateNotificationSettingsInput } from "../schemas";
import { readUnsubscribe } from "./unsubscribe-token";

/** How this person wants to be told. Throws ForbiddenError for an actor who is nobody. */
export async function getNotificationSettings(ctx: WorkspaceContext): Promise<NotificationSettings> {
  const userId = requirePerson(ctx);
  const [row] = await readInWorkspace(ctx, (tx) =>
    tx
      .select({ hasMailDigest: members.hasMailDigest, email: members.email, timeZone: members.timeZone })
      .from(members)
      .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, userId))),
  );
  if (!row) throw new ForbiddenError("You are no member of this workspace.");
  return { ...row, isMailSent: mailTransport() !== null };
}

/** Every member may say so of oneself. */
export async function updateNotificationSettings(
  ctx: WorkspaceContext,
  input: UpdateNotificationSettingsInput,
): Promise<NotificationSettings> {
  const userId = requirePerson(ctx);
  await inWorkspace(ctx, async (tx) => {
    await tx
      .update(members)
      .set({ hasMailDigest: input.hasMailDigest })
      .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, userId)));
    await recordAudit(tx, ctx, { action: "member.mail_digest", subjectId: userId, detail: { ...input } });
  });
  return getNotificationSettings(ctx);
}

/** Stops the daily mail that a link stands in, for whoever holds the link; again changes nothing. Throws InvalidInputError for one that was not signed here. */
export async function unsubscribe(token: string): Promise<void> {
  const reader = readUnsubscribe(token);
  if (!reader) throw new InvalidInputError("This link is not whole. Open it from the mail again.");
  await inSystem((tx) =>
    tx
      .update(members)
      .set({ hasMailDigest: false })
      .where(and(eq(members.workspaceId, reader.workspaceId), eq(members.userId, reader.userId))),
  );
}

function requirePerson(ctx: WorkspaceContext): string {
  if (!ctx.actor.userId) throw new ForbiddenError("Only a person has settings of one's own.");
  return ctx.actor.userId;
}
