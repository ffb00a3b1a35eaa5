import type { ProcedureStatus } from "@/lib/vocabulary/opportunities";
import { foldText } from "../../matching/title-words";

/** What portals call where a procedure stands; what ends it counts before what opens it ("closed, was open until"). */
const words: [ProcedureStatus, RegExp][] = [
  [
    "cancelled",
    /\b(?:cancel\w*|withdrawn|revoked|discontinued|abandoned|terminated|void|aufgehoben|aufhebung|abgebrochen\w*|abbruch|zuruckgezogen|zuruckgenommen|widerruf\w*|eingestellt(?! am)|annull?e\w*|annulation|sans suite|infructueu\w*|abandonne\w*|retire\w*|anulad\w*|anulacion|desiert\w*|desistid\w*|cancelad\w*|annullat\w*|annullamento|revocat\w*|desert[ao]|ritirat\w*|ingetrokken|geannuleerd|uniewaznion\w*)\b/,
  ],
  [
    "awarded",
    /\b(?:awarded|contract award\w*|contract (?:signed|placed)|signed contract|contrat(?:o|to) (?:firmado|firmato|stipulato)|marche (?:signe|notifie)|award (?:notice|posted|published|made)|zuschlag (?:wurde |ist )?(?:bereits )?erteilt|vergeben(?:e[rsnm]?)?|zuschlag erteilt|bezuschlagt|attribu\w*|adjudicad\w*|adjudicacion|formalizad\w*|aggiudicat\w*|gegund|rozstrzygniet\w*)\b/,
  ],
  [
    "closed",
    /\b(?:closed|expired|ended|archived|past|inactive|complete[d]?|no longer|evaluation|being evaluated|under review|pending(?: (?:award|evaluation|review|decision))?$|beendet|abgelaufen|geschlossen|abgeschlossen|frist (?:ist |bereits )*abgelaufen|(?:angebots)?wertung|wertungsphase|(?:werden|wird) gepruft|in prufung|en cours d.?\s?(?:analyse|examen)|depassee?s?|forclose?e?s?|clos|close[es]?|cloturee?s?|terminee?s?|expiree?s?|cerrad\w*|vencid\w*|finalizad\w*|(?:en )?evaluacion|en estudio|scadut\w*|chius\w*|conclus\w*|encerrad\w*|gesloten|afgesloten|zamkniet\w*|zakonczon\w*)\b/,
  ],
  [
    "planned",
    /\b(?:planned|planning|forthcoming|upcoming|future|forecast|pre-?(?:solicitation|tender|procurement|market)|prior information|(?:early|advance|preliminary) (?:market )?(?:engagement|notice)|market (?:engagement|sounding)|sources sought|notice of intent(?! to (?:award|sole))|geplant|vorinformation|in vorbereitung|a venir|prevue?s?|preinformation|proxim\w*|previst\w*|programmat\w*|gepland)\b/,
  ],
  [
    "open",
    /\b(?:open|opened|active|live|current|published|accepting|receiving|in progress|new|amended|offen|laufend|aktiv|veroffentlicht|ouverte?s?|en cours|en ligne|abiert\w*|en plazo|publicad\w*|vigente|apert\w*|in corso|attiv\w*|pubblicat\w*|lopend|otwart\w*)\b/,
  ],
];

export function statusOfWords(text: string): ProcedureStatus | null {
  const folded = foldText(text);
  return words.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

const ends = new Set<ProcedureStatus>(["cancelled", "awarded", "closed"]);
const before = /^\s*[[(*]{0,2}\s*([\p{L} ]{4,24}?)\s*(?:[\])*]{1,2}\s*[:–—-]?|[:–—]|\s-)\s+(?=\S)/u;
const after = /\s(?:[[(*]{1,2}|[–—-]\s)\s*([\p{L} ]{4,24}?)\s*[\])*]{0,2}\s*$/u;

/** "CANCELLED: Street lamps" and "Street lamps (aufgehoben)": the status that a title carries, and the title without it. */
export function splitStatus(title: string): { title: string; status: ProcedureStatus | null } {
  for (const pattern of [before, after]) {
    const match = pattern.exec(title);
    const words = match?.[1] ?? "";
    const status = match && words.split(/\s+/).length <= 2 ? statusOfWords(words) : null;
    if (match && status && ends.has(status)) return { title: title.replace(match[0], "").trim(), status };
  }
  return { title, status: null };
}

const agents = /\bby the (?:buyer|authority)\b|\b(?:vom auftraggeber|von der vergabestelle)\b|\bpar l.?acheteur\b/g;
const fillers =
  /\b(?:declared?e?s?|erklart|declarad[oa]|dichiarat[oa]|this|the|tender|notice|procedure|procurement|opportunity|solicitation|contract|call|competition|status|has|have|had|been|is|was|now|already|die|der|das|diese[srn]?|ausschreibung|verfahren|vergabe(?:verfahren)?|bekanntmachung|wurde|ist|hat|bereits|ce|cette|cet|le|la|les|l|marche|consultation|procedure|avis|appel d.?offres|a|ete|est|esta|este|el|licitacion|procedimiento|convocatoria|ha|sido|questa|la|il|gara|procedura|bando|e|stata|stato)\b/g;

/** Whole sentences that say that it is over without one of its words standing alone. */
const sentences: [ProcedureStatus, RegExp][] = [
  [
    "awarded",
    /^(?:der |ein )?(?:zuschlag|auftrag) (?:wurde |ist )?(?:bereits )?(?:erteilt|vergeben)(?: worden)?$|^(?:der )?(?:zuschlag|auftrag) (?:ging|geht|erging) an |^(?:le )?(?:marche|contrat) (?:(?:a ete|est) )?(?:attribue|notifie)(?: a |$)|^le (?:marche|contrat) (?:a ete|est) (?:attribue|notifie)|^(?:the |a )?contract (?:has been|was) awarded|^(?:contract )?awarded to |^(?:contrato )?adjudicad[oa] a |^aggiudicat[oa] a |^(?:el contrato|il contratto) (?:ha sido|e stato) (?:adjudicado|aggiudicato)/,
  ],
  [
    "closed",
    /^(?:die )?(?:\p{L}{0,20})frist (?:ist )?(?:bereits |schon )?(?:abgelaufen|verstrichen|beendet)(?=$|,)|^la date limite .{0,50}(?:est|a ete) (?:depassee|passee|expiree)|^(?:the )?(?:submission )?(?:deadline|closing date|due date) (?:for \p{L}+ )?(?:has|is) (?:now )?(?:passed|expired|over)|^el plazo .{0,40}ha (?:finalizado|terminado|vencido)|^il termine .{0,40}e (?:scaduto|decorso)/u,
  ],
];

/**
 * A short text that does nothing but say that the procedure is over ("Withdrawn. The buyer has withdrawn this tender."). What only has such
 * a word in it ("Contract award criteria", "closed procedure") is something else.
 */
export function statusOfBanner(text: string): ProcedureStatus | null {
  const [first = ""] = text.split(/[.!:–—\n]|\s-\s/);
  const sentence = foldText(first).trim();
  const told = sentences.find(([, pattern]) => pattern.test(sentence))?.[0];
  if (told) return told;
  const rest = foldText(first).replace(agents, " ").replace(fillers, " ").trim();
  const words = rest.split(/[^\p{L}]+/u).filter((word) => word !== "");
  const status = words.length >= 1 && words.length <= 2 ? statusOfWords(words.join(" ")) : null;
  const isWhole =
    words.every((word) => statusOfWords(word) === status || word === "on" || word === "am" || word === "le") ||
    isPhraseOf(status, words.join(" "));
  if (status && ends.has(status) && isWhole) return status;
  return /\bno longer accept|\bnicht mehr (?:moglich|angenommen)|n.accepte plus|ya no se (?:admiten|aceptan)|non (?:sono )?piu accett/.test(
    foldText(text),
  )
    ? "closed"
    : null;
}

/** "Sans suite": several words that say it together. */
function isPhraseOf(status: ProcedureStatus | null, text: string): boolean {
  const pattern = words.find(([one]) => one === status)?.[1];
  return pattern?.exec(text)?.[0] === text;
}

/** What is listed under such a heading, besides the words for where it stands. */
const listed =
  /\b(?:our|all|recent(?:ly)?|previous|tenders?|notices?|opportunit(?:y|ies)|bids?|rf[pqi]s?|contracts?|solicitations?|quotes?|quotations?|projects?|procurements?|and|or|und|et|y|e|en|ausschreibungen|verfahren|vergaben|auftrage|bekanntmachungen|marches|consultations|avis|procedures|licitaciones|contratos|expedientes|gare|bandi|procedure|aanbestedingen|opdrachten|concursos|przetargi|postepowania)\b/g;

/** "Closed and awarded bids" over a part of a list: all that stands under it is over. Null where the heading says anything else as well. */
export function statusOfHeading(text: string): ProcedureStatus | null {
  const rest = foldText(text).replace(listed, " ").replace(fillers, " ");
  const words = rest.split(/[^\p{L}]+/u).filter((word) => word !== "");
  const found = words.map(statusOfWords);
  if (words.length === 0 || words.length > 3 || !found.every((status) => status !== null && ends.has(status)))
    return null;
  return new Set(found).size === 1 ? (found[0] ?? null) : "closed";
}
