import { labelText, type Repeated } from "./name-fields";
import type { Segment } from "./record-segments";
import { hasWords } from "./value-kinds";

/** What pages write before the name of a thing. */
const callsTitle =
  /^(?:(?:tender|notice|contract|project|bid|job) )?(?:title|subject|titel|betreff|bezeichnung|titre|intitul\S{0,3}|objet|t[íi]tulo|objeto|denominaci[óo]n|titolo|oggetto|denominazione|onderwerp|tytu[łl]|nazwa|przedmiot|rubrik|ben[äa]mning|tittel|otsikko|n[áa]zev)(?: (?:of|der|des|de|du|del|della|dell['’]|van)(?: (?:the|la|l['’]|el|het))? ?\p{L}+)?$/iu;
/** Share of the records that must have it. */
const enough = 0.6;

export interface LabelledTitle {
  segment: Segment;
  text: string;
}

/**
 * Titles that records state behind a label (`Title: Street lamps`, a term and its description), one for each record or null; null in all when too
 * few have one, or all the same.
 */
export function titlesByLabel(records: Segment[][], repeated: Repeated): (LabelledTitle | null)[] {
  const labels = new Set([...repeated.labels].filter((label) => callsTitle.test(label)));
  const titles = records.map((segments) => (labels.size > 0 ? labelledTitle(segments, labels) : null));
  const found = titles.filter((one) => one !== null);
  const isTold = found.length >= records.length * enough && new Set(found.map(({ text }) => text)).size > 1;
  return isTold ? titles : records.map(() => null);
}

function labelledTitle(segments: Segment[], labels: ReadonlySet<string>): LabelledTitle | null {
  for (const [at, segment] of segments.entries()) {
    const { lead, text } = segment;
    if (lead !== null && labels.has(labelText(lead)) && text.length > lead.length) {
      const value = text.slice(lead.length).replace(/^\s*:?\s*/, "");
      if (hasWords(value)) return { segment, text: value };
    }
    const next = segments[at + 1];
    if (labels.has(labelText(text)) && next && hasWords(next.text) && !labels.has(labelText(next.text)))
      return { segment: next, text: next.text };
  }
  return null;
}
