import type { Unit } from "../../units/build-units";
import { isBare, isCut, isStatement, type PreparedDocument } from "../prepared-document";
import { allTopics } from "./all-topics";
import { everydayAsks } from "./everyday";
import type { Topic } from "./topic";

const MOST = 2;

/** The matters of a tender that a question asks for, at most two; none for most questions about what is bought. */
export function findTopics(question: string): Topic[] {
  const lower = question.toLowerCase();
  return allTopics.filter((topic) => isAsked(topic, lower)).slice(0, MOST);
}

function isAsked({ name, asks, unless }: Topic, question: string): boolean {
  return (asks.test(question) || everydayAsks.get(name)?.test(question) === true) && !unless?.test(question);
}

/** A passage settles the matter, outright or where such matters are settled (more), or only stands there (less). */
const SAYS = 1;
const PLAINLY = 0.4;
const AT_ITS_PLACE = 0.35;

/** A heading that gives its limit: "Technical volume (no more than 5 pages)". */
const inBrackets = /\([^)]*\d[^)]*\)/;

/** How far a unit settles what is asked for, 0 to about 1.4: the best of the topics. */
export function topicStrength(topics: readonly Topic[], document: PreparedDocument, at: number): number {
  const unit = document.units[at] as Unit;
  const own = document.text.slice(unit.start, unit.end);
  if (
    topics.length === 0 ||
    (unit.kind === "heading" && !isStatement(own) && !inBrackets.test(own)) ||
    isBare(unit, document.text)
  )
    return 0;
  // An item means what introduces it, a row what heads its columns.
  const spans = [unit.leadIn, unit.header, unit].flatMap((span) => span ?? []);
  const next = isCut(own) ? document.units[at + 1] : undefined;
  const text = [...spans, ...(next ? [next] : [])].map(({ start, end }) => document.text.slice(start, end)).join(" ");
  const above = unit.headings
    .slice(-2)
    .map((span) => document.text.slice(span.start, span.end))
    .join(" ");
  let best = 0;
  for (const topic of topics) {
    const isAtItsPlace = topic.under?.test(above) === true;
    const isSaid =
      topic.says.every((pattern) => pattern.test(text)) || (isAtItsPlace && topic.listed?.test(own) === true);
    const says = isSaid && !topic.saysNot?.test(text) ? SAYS : 0;
    const place = isAtItsPlace ? AT_ITS_PLACE : 0;
    const plainly = says > 0 && topic.plainly?.test(text) ? PLAINLY : 0;
    best = Math.max(best, says + plainly + place);
  }
  return best;
}

/** Every topic asked for is one that is said in few ways, and no passage says it. */
export function isUnsaid(topics: readonly Topic[], passages: readonly { settles: number }[]): boolean {
  return (
    topics.length > 0 &&
    topics.every(({ isAlwaysSaid }) => isAlwaysSaid) &&
    !passages.some(({ settles }) => settles >= SAYS)
  );
}

/** Every topic asked for has words of its own, and none of them stands anywhere in the documents. */
export function isUnnamed(topics: readonly Topic[], documents: readonly PreparedDocument[]): boolean {
  return topics.length > 0 && topics.every(({ named }) => named && !documents.some(({ text }) => named.test(text)));
}
