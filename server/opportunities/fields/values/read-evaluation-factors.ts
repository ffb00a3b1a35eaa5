import type { EvaluationFactor, FoundField } from "../tender-fields";
import { namesWithBarePoints } from "./bare-points";
import { isFactorName, namesBehindLeads, namesInRun, namesInSentence, worthIn } from "./evaluation-lists";
import { factorInRow } from "./evaluation-rows";
import { factorHeadings } from "./factor-headings";
import { weightIn, weightPattern } from "./factor-weight";
import {
  contentTokens,
  type DocumentView,
  placeOf,
  plain,
  type Span,
  textOf,
  trimmed,
  type Unit,
} from "./package-view";

const evaluationWords =
  /(?<!\p{L})(?:evaluat\w*|award criteri\w+|basis (?:of|for) award|selection criteri\w+|scor(?:ed|ing)|award(?:ed)? (?:on|based)|how (?:we|bids|tenders|proposals) (?:will )?(?:evaluate|score|be)|assess(?:ed|ment)|zuschlags\p{L}*|wertung\p{L}*|bewertung\p{L}*|critères?|jugement des offres|pondération|criterios|valoración|adjudicación|criteri|valutazione|aggiudicazione|gunning\p{L}*|beoordeling\p{L}*|kryteri\p{L}+|ocen\p{L}+|^award|phase \d)(?!\p{L})/imu;
const numbered =
  /^(?:[\d.]+\s*[.)]?\s*)?(?:(?:evaluation |award |technical |non-price )?(?:sub-?)?(?:factor|criteri(?:on|a|um)|kriterium|zuschlagskriterium|critère|criterio|criterium|kryterium))\s*(?:n[°o]\.?\s*)?(?:\d+|[A-F]|[IVX]+)(?!\p{L})(?:\.\d+)?\s*[-–—:.)]?\s*(?<name>\p{L}[^:;(|]{2,90}?)(?=\s*(?:[:;(|.]|[-–—]\s|\n|$))/iu;
const stepOfAward =
  /^(?:phase|stage|step)\s+(?:\d+|[ivx]+|one|two|three)\s*[-–—:]\s*(?<name>(?:(?:oral|written|technical|supplier|price|pricing|cost|final)\s+)*(?:interviews?|presentations?|demonstrations?|price|pricing|cost)(?:\s+(?:response|submission|proposal|quotation|evaluation))?)\s*\.?$/iu;
const actor =
  "(?:the\\s+)?(?:[\\p{Lu}][\\p{L}&'’-]*\\s+){0,4}?(?:government|buyer|authority|agency|council|board|city|county|trust|university|commission|department|client|evaluation (?:panel|team|committee)|panel|committee|[A-Z]{2,6}|we)";
const explained = new RegExp(
  `^(?:[\\d.a-z]{1,4}[.)]\\s*)?(?<name>\\p{Lu}[^:.!?]{2,70}?)\\s*[:.–—-]\\s+(?:${actor})\\s+(?:will|shall|intends to)\\s+(?:be\\s+)?(?:evaluat|assess|scor|consider|review)`,
  "iu",
);
/** "In evaluating an offeror's technical approach, the Court will consider ...". */
const consideredIn =
  /^(?:in|when) (?:evaluating|assessing|scoring|judging|considering) (?:(?:the|an?|each|any) )?(?:(?:offeror|bidder|vendor|supplier|quoter|tenderer|proponent|respondent|contractor|proposer)['’]?s?['’]? )?(?:proposed )?(?<name>\p{L}[^,.;:]{3,60}), (?:[^,.;]{2,60} )(?:will|shall|may|intends to) (?:consider|look at|review|take into account|assess|evaluate)(?!\p{L})/iu;
const judgedName =
  /^(?:the\s+)?(?<name>\p{L}[^:.;,!?]{2,50}?)\s+(?:counts?|accounts?|is worth|zählt|compte)\s+(?:for\s+)?(?<weight>half|one third|two thirds|a quarter|a third|\d[^.]{0,18}?)(?:\s+of\b[^.]*)?[.;]/iu;
const listed =
  /(?:evaluated|assessed|scored|awarded|judged|based|decided|bewertet|erteilt|jugées?|appréciées?)\s+(?:solely\s+|primarily\s+)?(?:on|upon|against|by|according to|using|in terms of|nach|anhand|sur|selon|au regard de)\s+(?:the basis of\s+)?(?:the\s+)?(?:following\s+(?:\w+\s+)?(?:factors|criteria)\s*:?\s*)?(?<list>\p{L}[^.;:]{4,260}?)(?=\s+in (?:descending|order)|,?\s+in (?:descending )?order|[.;:]|$)/iu;
const inline =
  /^(?:\p{L}*(?:criteri\p{L}*|kriterien|critères\p{L}*|kryteria)|evaluation factors?|factors)(?:\s[^:]{0,40})?:\s*(?<list>[^;]{6,200}?)\.?\s*$/iu;
const factorLead =
  /(?<!\p{L})(?:following|folgenden?|suivants?|siguientes|seguenti|volgende|poniższych)(?!\p{L})[^.]{0,60}(?:factors?|criteri\w+|kriterien|critères|kryteri\w+)|(?:factors?|criteri\w+|zuschlagskriterien|critères)[^.]{0,40}:\s*$|(?<!\p{L})(?:evaluated|assessed|scored|judged|ranked)\s+(?:based\s+)?(?:on|against|according to)(?:\s+(?:the following|these))?\s*:\s*$/iu;
/** "Ferry crew (30% Weighting)", "Price - weighting: 40 %": a line that says itself what it weighs. */
const weighted =
  /^(?:\(?(?:\d{1,2}|[a-z])\s*\)?[.)]*\s+|[\d.]+\s+)?(?<name>\p{L}[^:;|?!]{3,100}?)\s*[([:–—-]\s*(?:(?:criteri\p{L}+\s+)?weight(?:ing|age|ed)?\s*(?:of\s+|[:=]\s*)?(?<behind>\d{1,3}(?:\.\d+)?\s?(?:%|per ?cent|points?))|(?<before>\d{1,3}(?:\.\d+)?\s?(?:%|per ?cent|points?)\s+weight(?:ing|age|ed)?))\s*[)\]]?\s*\.?$/iu;
const split = /(?:split|divided|shared)(?: evenly| equally)? (?:between|among) (?:the )?(?<list>\p{L}[^.;:]{4,160})/iu;
const orderWords =
  /(?:descending order of importance|in (?:descending )?order of importance|equal(?:ly)? (?:in )?(?:importance|weight(?:ed)?)|more important than|of equal importance)/iu;
const priceJudged =
  /(?<!\p{L})(?<name>(?:total (?:evaluated )?)?(?:price|pricing|cost))s?(?!\p{L})[^.]{0,140}(?<!\p{L})(?:will|shall) be (?:evaluated|assessed|scored)|(?:will|shall) (?:evaluate|assess)[^.]{0,90}(?<!\p{L})(?<later>(?:price|pricing|cost))(?!\p{L})|(?:will|shall) be ranked[^.]{0,100}(?<!\p{L})(?<ranked>(?:price|pricing|cost))(?!\p{L})/iu;
const notAFactor =
  /(?<!\p{L})(?:process|procedures?|following|basis of award|evaluation factors?|criteria|general|introduction|total|compliance check|rating|confidence|acceptable|unacceptable|outstanding|excellent|good|satisfactory|marginal|poor|note|maximum|strengths|weaknesses|risks?|best[- ]value|trade-?offs?|principles|initial|follow-up|q&a|discussions?|information|insgesamt|gesamt|summe)(?!\p{L})/iu;

/** How the beginning of a sentence or a reference to a clause reads; no factor is called so. */
const openingOfSentence =
  /^(?:an?|as|except|if|in|by|for|when|where|any|all|each|no|will|not|adding|following|offers?|offerors?|proposals?|quotes?|government|section|subpart|part)(?!\p{L})|(?<!\p{L})(?:FAR|DFARS|NFS|CFR|Section [A-M]|\d+\.\d{3}(?:-\d+)?|joint venture|award without)(?!\p{L})|(?<!\p{L})of to(?!\p{L})/iu;

/** What is judged once the work is being done. */
const ofWork =
  /(?<!\p{L})(?:contractors?|suppliers?|providers?)['’]?s? (?:performance|work|services?) (?:will|shall|must|is|are|may)(?!\p{L})/iu;

interface Candidate extends EvaluationFactor {
  span: Span;
  unit: Unit;
  view: DocumentView;
  score: number;
}

/** What bids are judged by, with the weight as stated, in the order of the document that says most about it. */
export function readEvaluationFactors(views: readonly DocumentView[]): FoundField[] {
  const kept: Candidate[] = [];
  const byStanding = [...views].sort((a, b) => b.weight - a.weight);
  for (const view of byStanding) {
    // What a draft says counts only where no final paper says anything.
    if (view.standing.isDraft && kept.some((one) => !one.view.standing.isDraft)) continue;
    for (const candidate of candidatesOf(view)) {
      const known = kept.find((one) => isSameFactor(one.name, candidate.name) && !haveOtherWeights(one, candidate));
      if (!known) kept.push(candidate);
      else if (!known.weight && candidate.weight) known.weight = candidate.weight;
    }
  }
  return kept.slice(0, 24).map(toField);
}

function toField({ name, weight, span, unit, view, score }: Candidate, index: number): FoundField {
  return {
    name: "evaluation_factor",
    value: { name, weight, order: index + 1 },
    text: weight ? `${name} (${weight})` : name,
    place: placeOf(view.document, span, unit),
    quote: textOf(view.document, span),
    score,
  };
}

/** Every statement of a factor's weight, also where papers repeat or contradict themselves. */
export function statedWeights(views: readonly DocumentView[]): FoundField[] {
  return views.flatMap((view) =>
    candidatesOf(view)
      .filter(({ weight }) => weight !== null)
      .map(toField),
  );
}

/** What a column of factors is called, and what all but the price are together. */
const headOfColumn =
  /^(?:(?:award |evaluation |selection )?(?:criteri(?:on|a)|factors?|sub-?factors?|weight(?:ing)?s?|points|scores?)|non-?price(?: factors)?)$/iu;
const neverJudged = /(?<!\p{L})(?:discriminat\w+|without regard to|regardless of|irrespective of)(?!\p{L})/iu;

function candidatesOf(view: DocumentView): Candidate[] {
  const { document } = view;
  const found: Candidate[] = [];
  const add = (unit: Unit, name: string, weight: string | null, score: number, span: Span = unit) => {
    const clean = plain(name)
      .replace(/^(?:the|on|der|die|das|le|la|les)\s+/iu, "")
      .replace(/[\s,:;–-]+$/, "");
    const words = contentTokens(clean).length;
    if (words === 0 || words > 12 || clean.length < 4 || notAFactor.test(clean) || /^[\d%]/.test(clean)) return;
    // What a bidder is asked carries a weight of its own, and is no factor's name.
    if (words > 5 && /[.?]$/.test(plain(name))) return;
    if (openingOfSentence.test(clean) || headOfColumn.test(clean)) return;
    found.push({
      name: clean[0]?.toUpperCase() + clean.slice(1),
      weight,
      order: 0,
      span: trimmed(document, span),
      unit,
      view,
      score,
    });
  };
  const headings = factorHeadings(view);
  const behindLeads = new Map(namesBehindLeads(view).map((listed) => [listed.unit, listed]));
  const pointed = namesWithBarePoints(view);
  for (const [index, unit] of document.units.entries()) {
    if (unit.kind === "code") continue;
    const text = textOf(document, unit);
    // What an evaluation must not look at ("shall not discriminate because of age, religion, ...").
    if (neverJudged.test(text)) continue;
    const points = pointed.get(unit);
    if (points) {
      add(unit, points.name, points.weight, 2.6);
      continue;
    }
    if (headings.has(unit)) {
      add(unit, text.replace(/:\s*$/, ""), weightIn(text), 2.4);
      continue;
    }
    const listed = behindLeads.get(unit);
    if (listed) {
      add(unit, listed.name, weightIn(text.length < 160 ? text : ""), 2.5, listed.span);
      continue;
    }
    const around = [
      ...unit.headings.slice(-2).map((span) => textOf(document, span)),
      unit.leadIn ? textOf(document, unit.leadIn) : "",
    ].join("\n");
    const isWithin = evaluationWords.test(around);
    const first = numbered.exec(text);
    if (first?.groups?.name) {
      const isTitle =
        unit.kind === "heading" ||
        unit.kind === "list_item" ||
        text.length < 100 ||
        /[:.]\s/.test(text.slice(first[0].length, first[0].length + 3));
      if (isTitle && !/(?<!\p{L})(?:shall|must|will|is|are)(?!\p{L})/iu.test(first.groups.name))
        add(unit, first.groups.name, weightIn(text), 3);
      continue;
    }
    const share = weighted.exec(plain(text))?.groups;
    if (share?.name) {
      add(unit, share.name, weightIn(share.behind ?? share.before ?? ""), 2.8);
      continue;
    }
    const run = namesInRun(text);
    if (run.length > 0) {
      for (const name of run) add(unit, name, null, 2.8, spanOf(unit, text, name));
      continue;
    }
    const considered = isWithin ? consideredIn.exec(text)?.groups?.name : undefined;
    if (considered) {
      add(unit, considered, weightIn(text), 2.5);
      continue;
    }
    const step = stepOfAward.exec(text.trim());
    if (step?.groups?.name) add(unit, step.groups.name, null, 2);
    else if (unit.kind === "list_item" && isListedFactor(view, unit, text, isWithin))
      add(unit, listedName(text), weightIn(text), 2.4);
    else if (unit.kind === "table_row") {
      const row = factorInRow(view, index, isWithin);
      if (row) add(unit, row.name, row.weight, 2.8);
    } else if (isWithin && explained.exec(text)?.groups?.name)
      add(unit, explained.exec(text)?.groups?.name ?? "", weightIn(text), 2.6);
    else if (judgedName.exec(text)?.groups?.name && isWithin) {
      const match = judgedName.exec(text);
      add(unit, match?.groups?.name ?? "", match?.groups?.weight ?? null, 2.4);
    } else readSentence(unit, text, isWithin, add);
  }
  return found;
}

function spanOf(unit: Unit, text: string, name: string): Span {
  const start = unit.start + Math.max(0, text.indexOf(name));
  return { start, end: start + name.length };
}

/** A short item under "based on the following factors". */
function isListedFactor(view: DocumentView, unit: Unit, text: string, isWithin: boolean): boolean {
  const lead = unit.leadIn ? textOf(view.document, unit.leadIn) : "";
  const name = listedName(text);
  return (
    factorLead.test(lead) &&
    !neverJudged.test(lead) &&
    (isWithin || evaluationWords.test(lead)) &&
    name.length < 120 &&
    !/(?<!\p{L})(?:shall|must|will|is|are)(?!\p{L})/iu.test(name)
  );
}

/** Up to its mark, and of a long one what stands before its first comma. */
function listedName(text: string): string {
  const name = text.split(/[:.(–]/)[0] ?? text;
  return contentTokens(name).length > 12 ? (name.split(",")[0] ?? name) : name;
}

/** "80 % weightage will be given to the technical evaluation" */
const shareOf =
  /(?<weight>\d{1,3}\s?(?:%|per ?cent))\s+weight(?:age|ing)?\s+(?:(?:will|shall) be\s+|is\s+)?(?:given\s+)?(?:to|for)\s+(?:the\s+)?(?<name>\p{L}+(?: (?!and\b)\p{L}+){0,4})/giu;

type Add = (unit: Unit, name: string, weight: string | null, score: number, span?: Span) => void;

function readSentence(unit: Unit, text: string, isWithin: boolean, add: Add): void {
  if (ofWork.test(text)) return;
  const named = namesInSentence(text, isWithin);
  if (named.length > 0) {
    const order = orderWords.exec(text)?.[0] ?? null;
    for (const name of named)
      add(unit, name.replace(weightPattern, "").replace(/\(\s*\)/, ""), weightIn(name) ?? order, 2.3);
    return;
  }
  const shares = isWithin || evaluationWords.test(text) ? [...text.matchAll(shareOf)] : [];
  if (shares.length > 0) {
    for (const { groups } of shares) add(unit, groups?.name ?? "", groups?.weight ?? null, 2.4);
    return;
  }
  const worth = isWithin || evaluationWords.test(text) ? worthIn(text) : null;
  if (worth) {
    add(unit, worth.name, worth.weight, 2.4);
    return;
  }
  const list =
    inline.exec(text)?.groups?.list ??
    listed.exec(text)?.groups?.list ??
    (isWithin ? split.exec(text)?.groups?.list : undefined);
  if (
    list &&
    /,|\band\b|und|et\b|\d\s*(?:%|per)/.test(list) &&
    (isWithin || evaluationWords.test(text)) &&
    !/(?<!\p{L})(?:information|documents?|basis|assessment|that|which|whether|its|their|each|initial)(?!\p{L})/iu.test(
      list.slice(0, 60),
    )
  ) {
    const items = splitList(list);
    if (items.length >= 2 && items.every((item) => isFactorName(item.replace(/^\W+/, "")))) {
      const order = orderWords.exec(text)?.[0] ?? null;
      for (const item of items)
        add(unit, item.replace(weightPattern, "").replace(/\(\s*\)/, ""), weightIn(item) ?? order, 2.2);
      return;
    }
  }
  // "Price: 40 %", "Preis (40 Prozent)": a name and little else beside the weight.
  const weight = weightIn(text);
  if (isWithin && weight && text.length < 120) {
    const name = text
      .replace(weightPattern, "")
      .replace(/\(\s*\)/, "")
      .replace(/^[\s\d.)a-z]{0,5}[.)]\s/, "");
    const colon = name.split(/[:–—]|\s-\s/)[0] ?? name;
    if (!/(?<!\p{L})(?:shall|must|will|is|are|may|can|should|not|within|least|exceed|wird|muss)(?!\p{L})/iu.test(colon))
      add(unit, colon, weight, 2.2);
    return;
  }
  const price = priceJudged.exec(text);
  if (
    price &&
    (isWithin || price.groups?.ranked || /(?<!p{L})evaluat/i.test(text)) &&
    !/(?<!p{L})(?:clause|FAR \d|option)/.test(text)
  ) {
    add(
      unit,
      (price.groups?.name ?? price.groups?.later ?? price.groups?.ranked ?? "").replace(/^./, (letter) =>
        letter.toUpperCase(),
      ),
      weight,
      1.8,
    );
  }
}

/** "Cost (40 %)" and "Development cost (10 %)" of one paper are two, much as their names share. */
function haveOtherWeights(a: Candidate, b: Candidate): boolean {
  return a.view === b.view && a.weight !== null && b.weight !== null && a.weight !== b.weight && a.name !== b.name;
}

function splitList(list: string): string[] {
  return list
    .split(/,\s*(?:and\s+|und\s+|et\s+)?|\s+(?:and|und|et|y|e|en|sowie)\s+(?![^(]*\))/iu)
    .map((item) => item.trim())
    .filter((item) => /\p{L}{3}/u.test(item) && item.length < 70);
}

function isSameFactor(a: string, b: string): boolean {
  const [first, second] = [new Set(factorTokens(a)), new Set(factorTokens(b))];
  const shared = [...first].filter((token) => second.has(token)).length;
  return (
    shared > 0 && (shared / Math.max(first.size, second.size) >= 0.7 || shared === Math.min(first.size, second.size))
  );
}

function factorTokens(name: string): string[] {
  const tokens = contentTokens(name).map((token) => token.replace(/s$/, "").replace(/^(?:pricing|cost)$/, "price"));
  const telling = tokens.filter(
    (token) =>
      !["submission", "response", "proposal", "quotation", "phase", "evaluation", "total", "evaluated"].includes(token),
  );
  return telling.length > 0 ? telling : tokens;
}
