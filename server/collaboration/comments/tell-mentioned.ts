import type { Tx } from "@/drizzle/client";
import { notifyMembers, whoMaySee } from "@/server/notifications";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { memberNames } from "../member-names";
import type { Subject } from "../subject";

const shownCharacters = 200;

/** Tells those who were named, once each, as far as they may see the subject; nobody is told of the own words. */
export async function tellMentioned(
  tx: Tx,
  ctx: WorkspaceContext,
  subject: Subject,
  comment: { id: string; body: string; mentions: readonly string[] },
): Promise<void> {
  const seeing = await whoMaySee(tx, ctx, subject.collectionId);
  const told = comment.mentions.filter((id) => id !== ctx.actor.userId && (!seeing || seeing.includes(id)));
  if (told.length === 0) return;
  const { person } = await memberNames(tx, ctx, [ctx.actor.userId]);
  const { body } = comment;
  await notifyMembers(
    tx,
    ctx,
    "documents:read",
    {
      kind: "mentioned",
      title: `${person(ctx.actor.userId)?.name ?? "Somebody"} mentioned you in ${subject.title}`,
      body: body.length > shownCharacters ? `${body.slice(0, shownCharacters - 1)}…` : body,
      path: `${subject.path}#comment-${comment.id}`,
      occasion: `mentioned ${comment.id}`,
    },
    told,
  );
}
