import { and, gt, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { authTokens, invitations } from "@/drizzle/schema";
import type { OutgoingMail } from "@/drizzle/schema/mail-outbox";
import { baseUrl } from "@/lib/env";
import { tokenHash } from "@/lib/token-hash";

const dayMs = 24 * 60 * 60_000;
/** A mail without a link of its own tells what happened; after that it is no news. */
export const newsLastsMs = 7 * dayMs;
/** A daily mail is followed by the next. */
const dailyLastsMs = dayMs;

/**
 * Which of these mails no longer help whoever would get them: their link was used, withdrawn or is over, it names an address that is
 * not ours any more, or what they tell is old. Runs in a system transaction, which may read links of every kind.
 */
export async function findLapsedMails(tx: Tx, mails: OutgoingMail[]): Promise<Set<string>> {
  const hashes = new Map(mails.map((mail) => [mail.id, hashesOf(mail)]));
  const open = await findOpen(tx, [...hashes.values()].flat());
  const isLapsed = (mail: OutgoingMail) => {
    const ageMs = Date.now() - mail.createdAt.getTime();
    if (mail.unsubscribeUrl) return ageMs > dailyLastsMs;
    if (!anyLink.test(mail.body)) return ageMs > newsLastsMs;
    return !hashes.get(mail.id)?.some((hash) => open.has(hash));
  };
  return new Set(mails.filter(isLapsed).map(({ id }) => id));
}

const anyLink = /\?token=/;

/** What is kept of the links in a mail that lead here: alone, and bound to the address that the mail goes to. */
function hashesOf({ body, recipient, unsubscribeUrl }: OutgoingMail): string[] {
  if (unsubscribeUrl) return [];
  const links = [...body.matchAll(/(https?:\/\/\S+)\?token=([\w-]+)/g)];
  return links.flatMap(([, place = "", token = ""]) =>
    place.startsWith(`${baseUrl}/`) ? [tokenHash(token), tokenHash(`${token} ${recipient}`)] : [],
  );
}

async function findOpen(tx: Tx, hashes: string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const now = new Date();
  const links = await tx
    .select({ hash: authTokens.tokenHash })
    .from(authTokens)
    .where(and(inArray(authTokens.tokenHash, hashes), isNull(authTokens.usedAt), gt(authTokens.expiresAt, now)));
  const invited = await tx
    .select({ hash: invitations.tokenHash })
    .from(invitations)
    .where(
      and(
        inArray(invitations.tokenHash, hashes),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    );
  return new Set([...links, ...invited].map(({ hash }) => hash));
}
