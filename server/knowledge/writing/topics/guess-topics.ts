import { allTopics } from "./all-topics";
import learned from "./learned-topics.json" with { type: "json" };
import type { Topic } from "./topic";
import { topicFeatures } from "./topic-features";

/** A matter that a question seems to ask for. */
export interface TopicGuess {
  topic: Topic;
  /** 0 to 1, where it is as good as certain. */
  sureness: number;
}

/** Weights are kept in tenths. */
const UNIT = 10;
/** Below it a guess is right too seldom. */
const LEAST = 0.15;
/** From here on it is right nineteen times of twenty. */
const CERTAIN = 0.45;
const MOST_GUESSES = 2;

let weights: Map<string, number[]> | null = null;
const byName = new Map(allTopics.map((topic) => [topic.name, topic]));

/**
 * The matters of a tender that an English question asks for in words of its own, at most two, the surest first: a linear model (multinomial logistic
 * regression) learned from questions as people type them. `npm run bench -- topics` learns it and says how it holds on the questions of people whose
 * words it did not see.
 */
export function guessTopics(question: string): TopicGuess[] {
  weights ??= new Map(Object.entries<string>(learned.weights).map(([name, row]) => [name, row.split(" ").map(Number)]));
  const scores = new Array<number>(learned.topics.length).fill(0);
  for (const [name, value] of topicFeatures(question)) {
    const row = weights.get(name) ?? [];
    for (let at = 0; at < row.length; at += 2) {
      const topic = row[at] as number;
      scores[topic] = (scores[topic] as number) + (value * (row[at + 1] as number)) / UNIT;
    }
  }
  const most = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0);
  return scores
    .map((score, at) => ({ name: learned.topics[at], odds: Math.exp(score - most) / sum }))
    .filter(({ odds }) => odds >= LEAST)
    .sort((a, b) => b.odds - a.odds)
    .slice(0, MOST_GUESSES)
    .flatMap(({ name, odds }) => {
      const topic = byName.get(name ?? "");
      return topic ? [{ topic, sureness: Math.min(1, odds / CERTAIN) }] : [];
    });
}
