import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";

/** Sentences are taken from at most this much text per folder, so that one folder does not drown the others. */
const MAX_CHARACTERS = 1_500_000;
const CHUNK_WORDS = 110;

export interface Filler {
  /** What it is made of, to be named beside every figure. */
  description: string;
  /** `count` chunks of about 110 words, the same on every run. */
  chunks(count: number, seed: number): Generator<string>;
}

/** Text to hide a test set in: sentences of other texts, reshuffled. Without folders, sentences of `own`. */
export function readFiller(folders: readonly string[], own: readonly string[]): Filler {
  const found = folders
    .map((folder) => ({ name: basename(folder), sentences: sentencesOf(textsUnder(folder)) }))
    .filter(({ sentences }) => sentences.length >= 20);
  const sentences = [...new Set(found.length > 0 ? found.flatMap((entry) => entry.sentences) : sentencesOf(own))];
  const names = found.length > 0 ? found.map((entry) => entry.name).join(", ") : "the set's own texts";
  return {
    description: `${sentences.length} sentences of ${names}, reshuffled`,
    *chunks(count, seed) {
      const random = generator(seed);
      for (let made = 0; made < count; made++) {
        const picked: string[] = [];
        for (let words = 0; words < CHUNK_WORDS; ) {
          const sentence = sentences[Math.floor(random() * sentences.length)] ?? "";
          picked.push(sentence);
          words += sentence.split(" ").length;
        }
        yield picked.join(" ");
      }
    },
  };
}

function textsUnder(folder: string): string[] {
  const texts: string[] = [];
  let length = 0;
  const visit = (path: string, depth: number) => {
    if (length > MAX_CHARACTERS || depth > 4) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name), depth + 1);
      return;
    }
    if (
      ![".md", ".txt", ".json"].includes(extname(path)) ||
      basename(path) === "README.md" ||
      statSync(path).size > 20_000_000
    )
      return;
    const raw = readFileSync(path, "utf8");
    const parts = extname(path) === ".json" ? stringsOf(JSON.parse(raw)) : [raw];
    for (const part of parts) {
      const text = part.replace(/<[^>]*>/g, " ").slice(0, 20_000);
      if (text.length < 80 || length > MAX_CHARACTERS) continue;
      texts.push(text);
      length += text.length;
    }
  };
  visit(folder, 0);
  return texts;
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsOf) : [];
}

function sentencesOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.replace(/\s+/g, " ").split(/(?<=[.!?])\s+(?=\p{Lu})/u))
    .filter((sentence) => {
      const words = sentence.split(" ").length;
      return words >= 6 && words <= 60 && /\p{Ll}/u.test(sentence);
    });
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
