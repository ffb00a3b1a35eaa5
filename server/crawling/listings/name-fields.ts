import { nameByClass } from "./name-by-class";
import type { Segment } from "./record-segments";
import { hasWords, isAmountText, isDateText } from "./value-kinds";

const maxLabel = 48;
const maxValue = 2_000;
const labelTags = /^(?:dt|th|strong|b|label|small)$/;
const labelClass = /(?:^|[\s_-])(?:label|key|term|caption|name|heading|header|titre|titel|bezeichnung)(?:$|[\s_-])/i;
/** What the records say in the same words at the same places: their labels, and links such as "Details". */
export interface Repeated {
  labels: Set<string>;
  /** Link texts that most records have. */
  buttons: Set<string>;
}

export function findRepeated(records: Segment[][]): Repeated {
  const counts = new Map<
    string,
    { records: number; followers: Set<string>; links: number; marks: number; leads: number }
  >();
  for (const segments of records) {
    const seen = new Set<string>();
    segments.forEach((segment, at) => {
      const text = labelText(segment.lead ?? segment.text);
      if (text.length > maxLabel || seen.has(text)) return;
      seen.add(text);
      const count = counts.get(text) ?? { records: 0, followers: new Set(), links: 0, marks: 0, leads: 0 };
      counts.set(text, count);
      count.records += 1;
      count.followers.add(segment.lead ? segment.text : (segments[at + 1]?.text ?? ""));
      if (segment.href) count.links += 1;
      if (segment.lead) count.leads += 1;
      if (segment.lead || isMarkedAsLabel(segment) || isBeforeTime(segments, at)) count.marks += 1;
    });
  }
  const enough = Math.max(2, records.length * 0.6);
  const often = [...counts].filter(([text, { records: found }]) => found >= enough && hasWords(text));
  const buttons = often.filter(([, { links, records: found }]) => links === found).map(([text]) => text);
  const marked = often.filter(([, { links, marks, records: found }]) => links === 0 && marks >= found / 2);
  const labels = marked.filter(([, { followers }]) => followers.size >= 2);
  // Beside other labels, a marked beginning is one even if every record says the same after it.
  if (labels.length > 0) labels.push(...marked.filter(([, { leads, records: found }]) => leads === found));
  return { labels: new Set(labels.map(([text]) => text)), buttons: new Set(buttons) };
}

/** `Posted on <time>`: few words that stand right before a time tell what it is the time of. */
function isBeforeTime(segments: Segment[], at: number): boolean {
  return (
    Boolean(segments[at + 1]?.datetime) &&
    !segments[at]?.datetime &&
    segments[at]?.element === segments[at + 1]?.element.parent
  );
}

function isMarkedAsLabel({ element, text }: Segment): boolean {
  return text.endsWith(":") || labelTags.test(element.name) || labelClass.test(element.attribs.class ?? "");
}

export function labelText(text: string): string {
  return text.replace(/\s*:\s*$/, "").trim();
}

/** The fields that a record's segments state, without its title and the links that every record has. */
export function nameFields(segments: Segment[], title: Segment | null, repeated: Repeated): Record<string, string> {
  const fields = new Map<string, string>();
  const put = (name: string, value: string, datetime: string | null) => {
    let free = name;
    for (let count = 2; fields.has(free) && count < 20; count++) {
      if (fields.get(free) === value) return;
      free = `${name} ${count}`;
    }
    fields.set(free, value.slice(0, maxValue));
    if (datetime) fields.set(`${free}@datetime`, datetime);
  };
  let pending: string | null = null;
  for (const segment of segments) {
    if (segment === title) {
      pending = null;
      continue;
    }
    const { text, datetime } = segment;
    const label = labelText(text);
    if (segment.href && repeated.buttons.has(label)) continue;
    const isLabel =
      segment.href === null &&
      label.length <= maxLabel &&
      (repeated.labels.has(label) || segment.element.name === "dt" || (text.endsWith(":") && hasWords(label)));
    if (isLabel) {
      pending = label;
      continue;
    }
    if (pending !== null) {
      put(pending, text, datetime);
      pending = null;
      continue;
    }
    const stated = statedLabel(segment, repeated);
    if (stated) put(stated.label, stated.value, datetime);
    else put(ownName(segment), text, datetime);
  }
  return Object.fromEntries(fields);
}

/** `Deadline: 12 May`, or a marked beginning that other records have too. */
function statedLabel({ text, lead }: Segment, repeated: Repeated): { label: string; value: string } | null {
  if (lead && repeated.labels.has(labelText(lead)) && text.length > lead.length)
    return { label: labelText(lead), value: text.slice(lead.length).replace(/^\s*:?\s*/, "") };
  const colon = text.slice(0, maxLabel).search(/:\s/);
  if (colon < 2) return null;
  const label = text.slice(0, colon).trim();
  const value = text.slice(colon + 1).trim();
  if (!hasWords(label) || label.split(" ").length > 5 || value === "") return null;
  return { label, value };
}

function ownName(segment: Segment): string {
  const stated = segment.element.attribs.itemprop;
  if (stated && /^[\w-]{2,40}$/.test(stated)) return stated;
  if (segment.datetime || isDateText(segment.text)) return "date";
  if (isAmountText(segment.text)) return "amount";
  const named = nameByClass(segment.element);
  if (named) return named;
  // A value that nothing names is kept under this word, and shown without one.
  return segment.text.length >= 60 ? "summary" : "text";
}
