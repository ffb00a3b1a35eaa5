import { getToken } from "next-auth/jwt";
import { z } from "zod";
import { baseUrl } from "@/lib/env";
import type { SessionTicket } from "@/server/identity";
import { installationSecret } from "@/server/platform/secret";

const isSecure = baseUrl.startsWith("https:");

/** Bound to this host by its prefix where the connection is encrypted. */
export const sessionCookieName = isSecure ? "__Host-outrider.session" : "outrider.session";

export const sessionCookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;

export function sessionSecret(): string {
  return installationSecret("session-cookie").toString("hex");
}

export const ticketClaims = z.object({ sid: z.uuid(), tok: z.string().min(40) });

/** The ticket in the request's cookie, if it is sealed with our secret. Says nothing yet of whether the session still stands. */
export async function readSessionTicket(headers: Headers): Promise<SessionTicket | null> {
  if (!headers.get("cookie")?.includes(sessionCookieName)) return null;
  const onlyCookies = new Headers({ cookie: headers.get("cookie") ?? "" });
  const claims = ticketClaims.safeParse(
    await getToken({
      req: { headers: onlyCookies },
      secret: sessionSecret(),
      cookieName: sessionCookieName,
      secureCookie: isSecure,
      logger: silent,
    }),
  );
  return claims.success ? { sessionId: claims.data.sid, token: claims.data.tok } : null;
}

const silent = { error: () => {}, warn: () => {}, debug: () => {} };
