import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the processes of one run of the browser suite leave for its end: secrets that went into the application, and what the
 * application sent to models. Only a run of the whole suite has the folder; elsewhere nothing is kept.
 */
const folder = () => process.env.E2E_NOTES;

export interface Secret {
  what: string;
  text: string;
}

export interface Sent {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export const noteSecret = (what: string, text: string) => note("secrets", { what, text } satisfies Secret);
export const noteSent = ({ path, headers, body }: Sent) => note("sent", { path, headers, body } satisfies Sent);
export const readSecrets = () => read<Secret>("secrets");
export const readSent = () => read<Sent>("sent");

function note(kind: string, value: object): void {
  const to = folder();
  // Each process has a file of its own: lines of two never mix.
  if (to) appendFileSync(join(to, `${kind}-${process.pid}.jsonl`), `${JSON.stringify(value)}\n`);
}

function read<T>(kind: string): T[] {
  const from = folder();
  if (!from) return [];
  return readdirSync(from)
    .filter((file) => file.startsWith(`${kind}-`))
    .flatMap((file) => readFileSync(join(from, file), "utf8").split("\n"))
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
