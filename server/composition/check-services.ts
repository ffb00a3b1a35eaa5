import { checkServer } from "@/drizzle/check-server";
import { env } from "@/lib/env";
import { egressFetch } from "@/server/platform/egress";
import { AppError } from "@/server/platform/errors";
import { fileStorage, mailTransport } from "@/server/platform/ports";
import { redisClient } from "@/server/platform/redis/redis-client";

export interface ServiceCheck {
  name: string;
  ok: boolean;
  detail: string;
}

const patienceSeconds = 5;

/** Asks every service that the environment names whether it answers, and says what to do where it does not. Changes nothing. */
export function checkServices(): Promise<ServiceCheck[]> {
  const checks: [name: string, isNamed: unknown, ask: () => Promise<string>, advice: string][] = [
    [
      "Postgres",
      env.DATABASE_URL,
      () => checkServer(env.DATABASE_URL ?? "", patienceSeconds),
      "Start it, or correct DATABASE_URL.",
    ],
    ["Redis", env.UPSTASH_REDIS_REST_URL, askRedis, "Start it, or correct UPSTASH_REDIS_REST_URL and _TOKEN."],
    ["File store", env.STORAGE_URL, askStore, "Start it, or correct STORAGE_URL."],
    ["Mail server", env.SMTP_URL, askMail, "Start it, or correct SMTP_URL."],
  ];
  return Promise.all(
    checks
      .filter(([, isNamed]) => isNamed)
      .map(async ([name, , ask, advice]) => {
        try {
          return { name, ok: true, detail: await ask() };
        } catch (error) {
          return { name, ok: false, detail: `${reasonOf(error)} ${advice}` };
        }
      }),
  );
}

async function askRedis(): Promise<string> {
  const { UPSTASH_REDIS_REST_URL: url = "", UPSTASH_REDIS_REST_TOKEN: token } = env;
  if (!token) throw new Error("UPSTASH_REDIS_REST_TOKEN is not set, so Redis is not used.");
  await redisClient({ url, token, egress: egressFetch, timeoutMs: patienceSeconds * 1000 }).ping();
  return "answers";
}

async function askStore(): Promise<string> {
  await fileStorage().exists("doctor");
  return "answers";
}

async function askMail(): Promise<string> {
  await mailTransport()?.check();
  return "answers";
}

/** What went wrong in words for the operator; ours for everybody else say less, and keep the cause. */
function reasonOf(error: unknown): string {
  const told = error instanceof AppError ? error.cause : error;
  const { message, code } = (told ?? {}) as { message?: string; code?: string };
  const said = message && message !== "fetch failed" ? message : (code ?? "It does not answer.");
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
