import { resolve } from "node:path";
import { z } from "zod";
import { parseCrawlAllow } from "./crawl-allow";

/** The only reader of the process's environment. Parsed once; a wrong value stops the start with the names of what is wrong. */
const variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** 0: any that is free. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  OUTRIDER_DATA: z.string().default(".outrider"),
  OUTRIDER_BASE_URL: z.url().optional(),
  OUTRIDER_URL: z.url().optional(),
  OUTRIDER_API_KEY: z.string().optional(),
  OUTRIDER_SECRET: z.string().min(32).optional(),
  /** The secret before this one: what it sealed is still read, and sealed anew at the start. */
  OUTRIDER_OLD_SECRET: z.string().min(32).optional(),
  OUTRIDER_DEMO: z.string().optional(),
  /** How many proxies of our own stand in front: that many entries at the end of X-Forwarded-For are believed. */
  OUTRIDER_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  OUTRIDER_METRICS_TOKEN: z.string().min(16).optional(),
  OUTRIDER_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** The least time between two requests to one host, over all workspaces. */
  OUTRIDER_CRAWL_GAP_MS: z.coerce.number().int().min(100).max(60_000).default(250),
  /** Private places that crawling may visit, by exact host and port: the sample sites of the demo and of tests. */
  OUTRIDER_CRAWL_ALLOW: z.string().optional().transform(readCrawlAllow),
  /** Hosts that nobody here reads, with all below them: their owners have asked for it. */
  OUTRIDER_CRAWL_CLOSED: z.string().optional().transform(readHosts),
  /** A browser that runs elsewhere and is spoken to over CDP, and the address (`host:port`) at which it reaches our filtering proxy. */
  BROWSER_WS_URL: z.url({ protocol: /^(wss?|https?)$/ }).optional(),
  BROWSER_PROXY_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d{1,5}$/, "is not of the form host:port")
    .optional(),
  CHROMIUM_PATH: z.string().optional(),
  PATH: z.string().default(""),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/\S+$/, "is not of the form postgres://user:password@host:5432/database")
    .optional(),
  /** How long a start waits for a server that cannot be reached yet; 0 ends at once. */
  DATABASE_WAIT_SECONDS: z.coerce.number().int().min(0).max(3_600).default(60),
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
  INNGEST_DEV: z.string().optional(),
  INNGEST_BASE_URL: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  UPSTASH_REDIS_REST_URL: z.url().optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  STORAGE_URL: z.string().optional(),
  AI_MODEL: z.string().optional(),
  AI_BASE_URL: z.url().optional(),
  AI_API_KEY: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  GOOGLE_GENERATIVE_AI_API_KEY: z.string().optional(),
  OLLAMA_BASE_URL: z.url().optional(),
  EMBEDDING_MODEL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Outrider <outrider@localhost>"),
  NEXT_RUNTIME: z.string().optional(),
  NEXT_PHASE: z.string().optional(),
  TEST_DATABASE: z.enum(["pglite", "postgres"]).optional(),
  TEST_DATABASE_URL: z.string().optional(),
});

// In production the crawler belongs to people, who could point it at whatever was opened here for a demo.
const schema = variables.refine(
  (env) => env.NODE_ENV !== "production" || env.OUTRIDER_CRAWL_ALLOW.size === 0 || env.OUTRIDER_DEMO === "1",
  {
    path: ["OUTRIDER_CRAWL_ALLOW"],
    message: "private places are opened to the crawler in a demo only (OUTRIDER_DEMO=1)",
  },
);

export type Env = z.infer<typeof schema>;

function readCrawlAllow(text: string | undefined, context: z.RefinementCtx): ReadonlySet<string> {
  try {
    return parseCrawlAllow(text ?? "");
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message });
    return z.NEVER;
  }
}

function readHosts(text: string | undefined, context: z.RefinementCtx): ReadonlySet<string> {
  const entries = (text ?? "").toLowerCase().split(",");
  const hosts = entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
  for (const host of hosts)
    if (URL.parse(`https://${host}/`)?.hostname !== host)
      context.addIssue({
        code: "custom",
        message: `"${host}" is no host. Give names like example.org, with commas between`,
      });
  return new Set(hosts);
}

/** Parses the variables; empty ones count as absent. Throws an Error that lists what is wrong, one line each. */
export function readEnv(raw: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`).join("\n");
  throw new Error(`The environment is not right. Correct these variables and start again:\n${wrong}`);
}

export const env: Env = readEnv(process.env);

/** Jobs go to an Inngest server when one is configured, else to the embedded engine. */
export const usesInngest = Boolean(env.INNGEST_DEV || env.INNGEST_SIGNING_KEY);

/** The address under which people reach the app; absolute links are made from this and never from a request. */
export const baseUrl = env.OUTRIDER_BASE_URL ?? `http://localhost:${env.PORT}`;

/** A path inside the folder of all embedded state. */
export function dataPath(...parts: string[]): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), env.OUTRIDER_DATA, ...parts);
}
