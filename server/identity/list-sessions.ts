import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { sessions } from "@/drizzle/schema";
import { inSystem } from "@/server/platform/workspace-context";

/** The person's open sessions, the last one used first. */
export function listSessions(person: { userId: string; sessionId: string }) {
  return inSystem(async (tx) => {
    const open = await tx
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        address: sessions.address,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        expiresAt: sessions.expiresAt,
      })
      .from(sessions)
      .where(and(eq(sessions.userId, person.userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, new Date())))
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
    return open.map((session) => ({ ...session, isCurrent: session.id === person.sessionId }));
  });
}
