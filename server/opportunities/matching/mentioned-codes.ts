import { normaliseReference } from "./references";

const mostCodes = 12;
const longestText = 20_000;

/** "UA/PROC/26/114", "CVH 4471/26", "B26114": letters, figures and the signs between them, with capitals before it. */
const code =
  /(?<![\p{L}\p{N}@/._-])(?:(\p{Lu}{2,6}) )?([\p{L}\p{N}]{1,14}(?:[-/_.][\p{L}\p{N}]{1,14}){0,6})(?![\p{L}\p{N}@]|[-/_.][\p{L}\p{N}])/gu;
/** Words right before a number that say that it names something. */
const introduces =
  /(?:\bref(?:erence)?|\bnumber|\bno|\bnr|\bnum|n[°º]|\bfile|\bquot(?:e|ing)|\bid|\baktenzeichen|\baz|\p{L}*nummer|\p{L}*zeichen|r[ée]f[ée]rence|\bnum[ée]ro|\bexpediente|\breferencia|\bnumero)[\s.:#]*$/iu;
/** Norms and laws are named by many. */
const norms = /^(?:ISO|IEC|EN|DIN|BS|NF|ASTM|ANSI|SIA|VDE|VDI|UNI|UNE|NEN|CPV|NUTS|IP|RAL)$/;
const law = /^(?:(?:19|20)?\d{2}\/\d{1,4}|\d{1,4}\/(?:19|20)\d{2})(?:\/\p{Lu}{2,3})?$/u;
const day = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;
const amount = /^\d{1,3}(?:\.\d{3})+$/;

/**
 * Codes that the sentences of a notice name, as they are compared: a buyer's own number on a portal that counts by numbers of its own. Figures alone
 * count only where words before them say that they name something.
 */
export function mentionedCodes(text: string | null | undefined): string[] {
  const said = (text ?? "").slice(0, longestText);
  const found = new Set<string>();
  for (const match of said.matchAll(code)) {
    const [, capitals = "", written = ""] = match;
    const digits = written.match(/\d/g)?.length ?? 0;
    if (digits < 3 || day.test(written) || amount.test(written) || norms.test(capitals)) continue;
    if (norms.test(/^\p{L}+/u.exec(written)?.[0] ?? "")) continue;
    const start = match.index + match[0].length - written.length;
    const isIntroduced = introduces.test(
      said.slice(Math.max(0, start - capitals.length - 30), start - capitals.length).trimEnd(),
    );
    const hasLetters = /\p{Lu}/u.test(written) || capitals !== "";
    const isParted = /[-/_]/.test(written);
    const isCode = hasLetters && (isParted || digits >= 5);
    if (!isIntroduced && (!isCode || (law.test(written) && capitals === ""))) continue;
    const normal = normaliseReference(`${capitals} ${written}`.trim());
    if (normal) found.add(normal);
    if (found.size >= mostCodes) break;
  }
  return [...found];
}
