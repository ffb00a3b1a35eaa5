import pino, { type LoggerOptions } from "pino";
import { env } from "@/lib/env";
import { literalText } from "@/lib/literal-text";
import { withoutValues } from "./database-errors";

/** Keys whose values never reach a log, at any of the first levels of a record. */
export const redactedKeys = [
  "password",
  "passwordHash",
  "token",
  "tokenHash",
  "apiKey",
  "apiKeyCipher",
  "secret",
  "authorization",
  "cookie",
  "prompt",
  "question",
  "quote",
  "text",
];

const paths = redactedKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

export const logOptions: LoggerOptions = {
  level: env.NODE_ENV === "test" ? "silent" : env.OUTRIDER_LOG_LEVEL,
  redact: { paths, censor: "[redacted]" },
  serializers: { err: (error: unknown) => pino.stdSerializers.err(withoutValues(error) as Error) },
  base: null,
  // JSON escapes the controls of ASCII itself; terminals obey others, too.
  hooks: { streamWrite: literalText },
};

/** Structured log on stderr. Expected errors are logged as info, unexpected ones as error. */
export const logger = pino(logOptions, pino.destination(2));
