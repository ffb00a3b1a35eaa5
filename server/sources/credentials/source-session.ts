import { and, eq, sql } from "drizzle-orm";
import { generateSync } from "otplib";
import { type Source, type SourceCredential, sourceCredentials } from "@/drizzle/schema";
import { type FetchOutcome, type FetchRequest, SourceCookies } from "@/server/crawling/fetching";
import { type LoginCredential, type SignInResult, signIn } from "@/server/crawling/login";
import { notifyMembers } from "@/server/notifications";
import { recordAudit } from "@/server/platform/audit";
import { openText, type SealBinding, SealError, sealText } from "@/server/platform/crypto";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { contextKey } from "../queries";
import { findCredential, maxRefusals } from "./find-credential";
import { sealedIn } from "./sealed-in";

/** Over HTTP, and in the browser where the form only exists there. */
export interface WaysToSignIn {
  exchange(request: FetchRequest): Promise<FetchOutcome>;
  inBrowser(credential: LoginCredential, cookies: SourceCookies): Promise<SignInResult>;
}

/** A run's cookies, and the right to sign in when the site asks for it. One for each source, never shared. */
export interface SourceSession {
  /** Of the browser context that is this session's alone. */
  contextKey: string;
  cookies: SourceCookies;
  /** True when a session was opened; at most one attempt for each session object. */
  signIn(ways: WaysToSignIn): Promise<boolean>;
  /** What is typed to sign in and must stand in nothing that is kept. */
  secrets(): string[];
  /** Keeps the cookies of a signed-in session, sealed, for the next step or run. */
  save(): Promise<void>;
}

/** Opens what was kept of the last session of this source. */
export async function openSourceSession(ctx: WorkspaceContext, source: Source): Promise<SourceSession> {
  const credential = await inWorkspace(ctx, (tx) => findCredential(tx, ctx, source.id));
  const key = contextKey(source, credential);
  if (!credential) return withoutCredential(key);
  const bound = (column: string) => sealedIn(ctx.workspace.id, source.id, column);
  const cookies = new SourceCookies(
    credential.sessionSealed ? JSON.parse(openText(credential.sessionSealed, bound("session"))) : undefined,
  );
  const own = and(eq(sourceCredentials.workspaceId, ctx.workspace.id), eq(sourceCredentials.sourceId, source.id));
  let attempt: Promise<boolean> | null = null;
  let secrets: string[] | null = null;

  const tryOnce = async (ways: WaysToSignIn) => {
    if (credential.refusals >= maxRefusals) return false;
    const secret = credential.totpSealed ? openText(credential.totpSealed, bound("totp")) : null;
    const opened: LoginCredential = {
      origin: credential.origin,
      loginUrl: credential.loginUrl,
      username: credential.username,
      password: openText(credential.passwordSealed, bound("password")),
      oneTimeCode: secret === null ? null : () => generateSync({ secret }),
    };
    let result = await signIn(opened, cookies, (request) => ways.exchange(request));
    if (result.outcome === "impossible" && result.isFormless) result = await ways.inBrowser(opened, cookies);
    await inWorkspace(ctx, async (tx) => {
      await recordAudit(tx, ctx, {
        action: "source.sign_in",
        subjectId: source.id,
        detail: { origin: credential.origin, outcome: result.outcome },
      });
      if (result.outcome === "signed_in") {
        await tx.update(sourceCredentials).set({ refusals: 0, lastSignInAt: new Date() }).where(own);
      } else if (result.outcome !== "unreachable") {
        const [row] = await tx
          .update(sourceCredentials)
          .set({ refusals: result.outcome === "impossible" ? maxRefusals : sql`${sourceCredentials.refusals} + 1` })
          .where(own)
          .returning({ refusals: sourceCredentials.refusals });
        if ((row?.refusals ?? 0) >= maxRefusals) {
          await notifyMembers(tx, ctx, "sources:credentials", {
            kind: "source_broken",
            title: `Signing in to ${source.name} was stopped`,
            body: `${result.reason} Give the name and password anew; until then it is not tried again, so that the account is not locked.`,
            path: `/sources/${source.id}?tab=settings`,
            occasion: `sign_in_refused ${source.id} ${credential.updatedAt.toISOString()}`,
          });
        }
      }
    });
    return result.outcome === "signed_in";
  };

  return {
    contextKey: key,
    cookies,
    signIn: (ways) => {
      // Pages that meet the wall together send the password once.
      attempt ??= tryOnce(ways);
      return attempt;
    },
    secrets: () => {
      secrets ??= openSecrets(credential, bound);
      return secrets;
    },
    save: async () => {
      const jar = cookies.toJSON();
      if (!jar) return;
      await inWorkspace(ctx, async (tx) => {
        await tx
          .update(sourceCredentials)
          .set({ sessionSealed: sealText(JSON.stringify(jar), bound("session")), updatedAt: credential.updatedAt })
          .where(own);
      });
    },
  };
}

function withoutCredential(contextKey: string): SourceSession {
  const nothing = { signIn: async () => false, secrets: () => [], save: async () => {} };
  return { contextKey, cookies: new SourceCookies(), ...nothing };
}

/** What cannot be opened cannot be typed either, so that no page shows it. */
function openSecrets(credential: SourceCredential, bound: (column: string) => SealBinding): string[] {
  try {
    const totp = credential.totpSealed ? [openText(credential.totpSealed, bound("totp"))] : [];
    return [openText(credential.passwordSealed, bound("password")), ...totp];
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return [];
  }
}
