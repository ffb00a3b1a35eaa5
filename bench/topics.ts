import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findTopics } from "@/server/knowledge/writing/topics/find-topics";
import { topicFeatures } from "@/server/knowledge/writing/topics/topic-features";
import { type Example, fitSoftmax, type LinearModel } from "./kinds/softmax";

export interface TopicsBenchOptions {
  /** A folder of files, one for each person who wrote: `# matter` and below it questions, one a line. `# none`: questions for no matter. */
  folder: string;
  /** Where the weights learned from all of them go. */
  out?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

interface Phrasing extends Example {
  question: string;
  writer: string;
}

const NONE = "none";
/** A word of one question alone tells nothing of the next. */
const LEAST_QUESTIONS = 2;
/** Weights smaller than this tell little, and are most of all. */
const LEAST_WEIGHT = 0.8;
/** How sure a guess must be to be heard, as in the product. */
const HEARD = 0.2;

/**
 * Learns which matter of a tender a question asks for, from questions as people type them, and says how that holds: the questions of each person are
 * judged by what was learned from the others. Beside it, what the patterns of the product say without the model.
 */
export function benchTopics({ folder, out, log = () => undefined }: TopicsBenchOptions) {
  const phrasings = readPhrasings(folder);
  const writers = [...new Set(phrasings.map(({ writer }) => writer))];
  const perWriter: Record<string, ReturnType<typeof judge>> = {};
  for (const writer of writers) {
    const model = learn(phrasings.filter((one) => one.writer !== writer));
    perWriter[writer] = judge(
      phrasings.filter((one) => one.writer === writer),
      model,
    );
    log(`${writer}: ${JSON.stringify(perWriter[writer])}`);
  }
  if (out) writeFileSync(out, asJson(learn(phrasings)));
  return { questions: phrasings.length, topics: new Set(phrasings.map(({ label }) => label)).size - 1, perWriter };
}

function readPhrasings(folder: string): Phrasing[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      let label = NONE;
      const lines = readFileSync(path.join(folder, file), "utf8").split("\n");
      return lines.flatMap((line) => {
        if (line.startsWith("# ")) label = line.slice(2);
        if (line.startsWith("# ") || line.trim() === "") return [];
        return [{ question: line, label, writer: path.parse(file).name, features: topicFeatures(line) }];
      });
    });
}

function learn(examples: readonly Phrasing[]): LinearModel {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const { labels, weights } = fitSoftmax(examples, (name) => (seen.get(name) ?? 0) >= LEAST_QUESTIONS, {
    penalty: 0.02,
    rounds: 100,
  });
  const telling = (weight: number) => (Math.abs(weight) >= LEAST_WEIGHT ? weight : 0);
  return { labels, weights: new Map([...weights].map(([name, row]) => [name, row.map(telling)])) };
}

function judge(phrasings: readonly Phrasing[], model: LinearModel) {
  const asking = phrasings.filter(({ label }) => label !== NONE);
  const others = phrasings.filter(({ label }) => label === NONE);
  const guesses = asking.map((one) => ({ wanted: one.label, ...best(model, one.features) }));
  const heard = guesses.filter(({ label, sureness }) => label !== NONE && sureness >= HEARD);
  const byPatterns = asking.filter(({ question, label }) => findTopics(question).some(({ name }) => name === label));
  return {
    questions: asking.length,
    right: share(guesses.filter(({ label, wanted }) => label === wanted).length, asking.length),
    heard: share(heard.length, asking.length),
    rightOfHeard: share(heard.filter(({ label, wanted }) => label === wanted).length, heard.length),
    heardInVain: share(
      others.filter(({ features }) => {
        const { label, sureness } = best(model, features);
        return label !== NONE && sureness >= HEARD;
      }).length,
      others.length,
    ),
    byPatterns: share(byPatterns.length, asking.length),
    patternsInVain: share(others.filter(({ question }) => findTopics(question).length > 0).length, others.length),
  };
}

function best({ labels, weights }: LinearModel, features: ReadonlyMap<string, number>) {
  const scores = new Array<number>(labels.length).fill(0);
  for (const [name, value] of features)
    for (const [at, weight] of (weights.get(name) ?? []).entries()) scores[at] = (scores[at] ?? 0) + value * weight;
  const most = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0);
  return { label: labels[scores.indexOf(most)] ?? NONE, sureness: 1 / sum };
}

/** A line a feature: number of the matter, weight in tenths, and so on. */
function asJson({ labels, weights }: LinearModel): string {
  const lines = [...weights].flatMap(([name, row]) => {
    const told = row.flatMap((weight, at) => (weight === 0 ? [] : [at, Math.round(weight * 10)]));
    return told.length > 0 ? [`    ${JSON.stringify(name)}: "${told.join(" ")}"`] : [];
  });
  return `{\n  "topics": [\n${labels.map((label) => `    ${JSON.stringify(label)}`).join(",\n")}\n  ],\n  "weights": {\n${lines.join(",\n")}\n  }\n}\n`;
}

const share = (part: number, whole: number) => Math.round((part / Math.max(1, whole)) * 1_000) / 1_000;
