import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { type Caller, sessionLifetimeSeconds, signIn, signOut } from "@/server/identity";
import { credentialsInput } from "@/server/identity/schemas";
import { AppError, RateLimitedError } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";
import { callerOf } from "./caller";
import { sessionCookieName, sessionCookieOptions, sessionSecret, ticketClaims } from "./session-cookie";

/** What the sign-in page is told; next-auth puts the code into the address it answers with. */
class Refused extends CredentialsSignin {
  constructor(override readonly code: "credentials" | "limited") {
    super();
  }
}

declare module "next-auth" {
  interface User {
    ticket?: { sessionId: string; token: string };
  }
}

/** One configuration per request, so that what is written down of a session comes from the request itself. */
function configure(caller: Caller): NextAuthConfig {
  return {
    secret: sessionSecret(),
    basePath: "/api/auth",
    // The door has replaced the request's address by the configured one, so that no Host header is believed here.
    trustHost: true,
    session: { strategy: "jwt", maxAge: sessionLifetimeSeconds },
    cookies: { sessionToken: { name: sessionCookieName, options: sessionCookieOptions } },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, linkToken: {} },
        authorize: async (given) => {
          const input = credentialsInput.safeParse(given);
          if (!input.success) throw new Refused("credentials");
          try {
            const { userId, ...ticket } = await signIn(input.data, caller);
            return { id: userId, ticket };
          } catch (error) {
            if (error instanceof RateLimitedError) throw new Refused("limited");
            if (error instanceof AppError) throw new Refused("credentials");
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      // The cookie holds the ticket and nothing else: who it is and what they may is read from our tables.
      jwt: ({ token, user }) => {
        if (user?.ticket) return { sid: user.ticket.sessionId, tok: user.ticket.token };
        return ticketClaims.safeParse(token).data ?? null;
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith("/") || URL.parse(url)?.origin === baseUrl ? url : baseUrl),
    },
    events: {
      signOut: async (message) => {
        const claims = ticketClaims.safeParse("token" in message ? message.token : null);
        if (claims.success) await signOut({ sessionId: claims.data.sid, token: claims.data.tok }, caller);
      },
    },
    logger: {
      error: (error) => {
        if (error instanceof CredentialsSignin) logger.info({ requestId: caller.requestId }, "sign-in refused");
        else logger.error({ requestId: caller.requestId, err: error }, "sign-in failed");
      },
      warn: (code) => logger.warn({ code }, "next-auth"),
      debug: () => {},
    },
  };
}

export const { handlers } = NextAuth(async (request) => configure(callerOf(request?.headers ?? new Headers())));
