/** Columns that say who acts in a step of the procedure. */
const actorHeader =
  /\b(?:respons\w*(?: party| parties)?|by whom|who|actors?|party|parties|performed by|action by|owner|lead)\b/i;

/** The cell of a timetable's row that says whose step it is; undefined where no column does. */
export function actorOfStep(header: readonly string[], cells: readonly string[]): string | undefined {
  const column = header.findIndex((name) => actorHeader.test(name) && name.split(" ").length <= 3);
  return column > 0 ? cells[column] : undefined;
}

const stepLabel =
  /^(?:(?:mandatory|compulsory) (?:site |pre-?(?:bid|tender|proposal) )?(?:inspection|visit|meeting|conference|briefing)|(?:place|method|mode|manner|means|address) (?:for|of) (?:lodge?ment|submission|delivery|tendering)|(?:validity|tender validity|bid validity|offer validity)(?: period)?(?: of (?:tenders?|bids?|offers?|quotes?|quotations?|proposals?))?|(?:end|close|closing) of (?:enquiries|inquiries|questions|clarifications)|(?:last day|cut-?off|closing (?:date|time)) for (?:enquiries|inquiries|questions|clarifications))\s*:?$/i;

/** "Validity of tenders | 90 days", "Place for lodgement | the portal": what a table of key facts asks of whoever bids. */
export function isKeyInstruction([label = "", ...said]: readonly string[]): boolean {
  return (
    stepLabel.test(label) &&
    said.some((cell) => cell !== "" && !/^(?:none|n\/a|not applicable|tbd|tbc|no)\.?$/i.test(cell))
  );
}

/** Levels of urgency beside times in which something is answered or mended. */
export function isResponseTable(header: readonly string[]): boolean {
  const named = (pattern: RegExp) => header.some((name) => pattern.test(name));
  return (
    named(/\b(?:severity|priority|impact|urgency|class|level|category|type)\b/i) &&
    named(/\b(?:respon[ds]\w*|react\w*|acknowledg\w*)\b/i) &&
    named(/\b(?:resol\w+|restor\w+|repair\w*|fix\w*|recover\w*|work-?around)\b/i)
  );
}

/** Papers to hand over beside when or in which form: "Document | Timing | Copies". */
export function isTableOfPapers(header: readonly string[]): boolean {
  const [first = "", ...others] = header;
  return (
    /^(?:documents?|outputs?|items?|reports?|submittals?|papers?|plans?|records?|artefacts?|artifacts?|work products?)$/i.test(
      first.trim(),
    ) && others.some((name) => /\b(?:timing|when|due|deadline|frequency|submission date|delivery)\b/i.test(name))
  );
}

/** Rows under "Question" beside a limit, a mark to pass or room for the answer: what a form asks of whoever bids, worded as a question or not. */
export function isToBeAnswered(header: readonly string[], cells: readonly string[]): boolean {
  const column = header.findIndex((name) => /^questions?$/i.test(name.trim()));
  const isForm = header.some((name) =>
    /\b(?:response|pass ?mark|pass\/fail|word limit|limit|marks?|weight(?:ing)?)\b/i.test(name),
  );
  return column >= 0 && isForm && (cells[column] ?? "").split(" ").length >= 5;
}
