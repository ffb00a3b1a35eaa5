import { inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { mailOutbox } from "@/drizzle/schema";
import { isUuid } from "@/lib/ids";
import { listDeadLetters } from "@/server/jobs/engine";
import { NotFoundError } from "@/server/platform/errors";
import { inSystem } from "@/server/platform/workspace-context";
import { requireEngine } from "./require-engine";

/** Jobs that belong to no workspace run under this key. */
const own = "";

/** What gave up that belongs to no workspace and nobody has run again, newest first; mails are named by whom they are for. */
export function listOwnDeadLetters() {
  return inSystem(async (tx) => {
    const letters = await listDeadLetters(tx, { shareKey: own, isOpen: true });
    const mails = await nameMails(tx, letters.map(({ about }) => about?.mailId).filter(isId));
    return letters.map((letter) => ({ ...letter, subject: mails.get(String(letter.about?.mailId)) ?? null }));
  });
}

/** Throws NotFoundError, ConflictError when the job does not exist any more, UnavailableError when another server runs jobs. */
export async function replayOwnDeadLetter(id: string): Promise<{ runId: string }> {
  const [letter] = await inSystem((tx) => listDeadLetters(tx, { id, shareKey: own }));
  if (!letter) throw new NotFoundError("job");
  return { runId: await (await requireEngine()).replayDeadLetter(id) };
}

async function nameMails(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const mails = await tx
    .select({ id: mailOutbox.id, recipient: mailOutbox.recipient, subject: mailOutbox.subject })
    .from(mailOutbox)
    .where(inArray(mailOutbox.id, ids));
  return new Map(mails.map(({ id, recipient, subject }) => [id, `${subject} (to ${recipient})`]));
}

function isId(value: unknown): value is string {
  return typeof value === "string" && isUuid(value);
}
