import type { Unit } from "@/server/knowledge/units";

/** An item of a list of duties is one unless it is a link, an address, a placeholder or a pointer. */
export function readsAsItem(text: string): boolean {
  if (/^(?:https?:\/\/|www\.)\S+$/.test(text) || /^[\w.+-]+@[\w.-]+$/.test(text)) return false;
  if (/^[A-Z][\p{L}-]*(?:\s[A-Z][\p{L}-]*){0,2}\s?\.$/u.test(text)) return false;
  // "Pricing.xlsx - the price sheet": which files there are.
  if (
    /^[\w() &-]{1,60}\.(?:docx?|pdf|xlsx?|md|html?|csv|zip|pptx?|txt)\b\W{0,4}(?!must|shall|should|is to)/i.test(text)
  )
    return false;
  if (/^(?:n\/a|none|see|note|refer|example)\b/i.test(text)) return false;
  // Whoever fills in a form sees these anyway.
  if (
    /^(?:name|title|address|e-?mail|(?:tele)?phone|fax|date|signature|position|company)(?: (?:no\.?|number|address))?:?$/i.test(
      text,
    )
  )
    return false;
  if (
    /\b(?:can|may) be (?:found|seen|viewed|downloaded|obtained) (?:in|at|on|from|under)\b|\bis contained (?:in|within)\b/i.test(
      text,
    )
  )
    return false;
  if (isAddressLine(text) || isClauseTitle(text)) return false;
  return text.replace(/[^\p{L}]/gu, "").length >= 3;
}

/**
 * "The agency's business goals include:", "We hope that the new desk will:", a section "Benefits": what follows is what the buyer hopes to gain,
 * however it is worded, and not what anybody must bring or do.
 */
export function saysWhatBuyerHopesFor(leadIn: string): boolean {
  return (
    /\b(?:goals?|benefits?|outcomes?|vision|purposes?|aspirations?|ambitions?)\b[^:.]{0,60}\b(?:is|are|includes?)\b[^:.]{0,40}:?\s*$/i.test(
      leadIn,
    ) ||
    /^(?!.*\b(?:contractors?|offerors?|bidders?|tenderers?|suppliers?|vendors?|sellers?|providers?|shall|must)\b)(?:(?:the|this|our|its|a|an) )?(?:[\w'’-]+ ){0,4}?(?:hopes?|wants?|wishes|aims?|seeks?|expects?|aspires?) (?:to|that)\b[^:.]{0,60}:?\s*$/i.test(
      leadIn,
    ) ||
    isHopesHeading(leadIn)
  );
}

function isHopesHeading(heading: string): boolean {
  return /^(?:[\d.]+\s+)?(?:(?:expected|desired|anticipated|intended|hoped[- ]for|business|project|programme?|strategic|our|key|potential) ){0,2}(?:benefits?|outcomes|goals|vision|aspirations|ambitions)(?: of [\w ]{3,40}| and (?:benefits|goals|outcomes|vision))?:?$/i.test(
    heading.trim(),
  );
}

/** A line of a postal address, or who to write to. */
function isAddressLine(text: string): boolean {
  return (
    /^(?:p\.? ?o\.? box|postfach|bo[iî]te postale|attn|attention|tel(?:ephone)?|phone|fax|e-?mail)\b[\s.:#]/i.test(
      text,
    ) ||
    /^\p{Lu}[\p{L}. '’-]{1,30},? +[A-Z]{2}\.? +\d{5}(?:-\d{4})?(?:,? (?:USA|U\.S\.A\.|United States))?$/u.test(text) ||
    /^\d{1,6}[A-Z]? [\p{Lu}\d][\p{L}\d.'’ ]{1,40}?(?:[,–-]+ ?(?:suite|ste|room|rm|floor|fl|building|bldg)\b.*|\b(?:street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|lane|ln|way|highway|hwy|court|ct|place|pl|parkway|pkwy)\.?(?:,.{0,60})?)$/iu.test(
      text,
    )
  );
}

/** "FAR 52.204-21, Basic Safeguarding (Nov 2021)": a clause named by its number and title demands nothing by itself. */
function isClauseTitle(text: string): boolean {
  return /^(?:\(?[\divxa-z]{1,5}[.)] )?(?:(?:D|N|H|A|G)?[A-Z]{0,4}FARS?\b|[A-Z]{3,6})?[ §]*\d{2,4}\.\d{3}-\d{1,4}\b/.test(
    text,
  );
}

/** Lines that stand together as a postal address: names of offices and numbers of papers in between are no items either. */
export function findAddressBlocks(units: readonly Unit[], textOf: (unit: Unit) => string): ReadonlySet<Unit> {
  const found = new Set<Unit>();
  let run: Unit[] = [];
  const close = () => {
    if (run.length >= 3 && run.some((unit) => isPostal(textOf(unit)))) for (const unit of run) found.add(unit);
    run = [];
  };
  for (const unit of units) {
    const text = textOf(unit);
    const isShort = text.length <= 90 && !/[.;:?!]$/.test(text) && text.split(" ").length <= 12;
    const isLine = (unit.kind === "list_item" || unit.kind === "sentence") && isShort;
    if (!isLine || (run.length > 0 && run.at(-1)?.headings !== unit.headings)) close();
    if (isLine) run.push(unit);
  }
  close();
  return found;
}

function isPostal(text: string): boolean {
  return /\bP\.? ?O\.? Box \d/i.test(text) || /\p{Lu}[\p{L}. '’-]+,? +[A-Z]{2}\.? +\d{5}(?:-\d{4})?$/u.test(text);
}
