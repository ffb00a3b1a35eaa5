import type { RequirementChange } from "./compared-requirement";

/** As much of a demand as a reader needs to know which one it is. */
const LONGEST = 160;
/** Words put in or taken out are named themselves when they are no more than this. */
const LONGEST_PART = 60;
const figures = /\d/;
/** "Extended from 3 May to 10 May", "“3” is replaced by “4”". */
const saysBoth =
  /\b(?:extended|changed|moved|postponed|amended|revised|increased|reduced)\b[^.;]{0,60}\bfrom\b[^;]+\bto\b|\breplaced (?:by|with)\b|\bdeleted?\b[^;]{3,120}\b(?:insert|substitut|replac)/i;
/** Of a mailbox, a page or a file: its digits are no figure of the demand. */
const address = /@|\/\/|www\.|[a-z]\/[a-z]|\w\.[a-z]{2,5}\b/i;

/** What became of one demand, as a sentence that can be sent on. */
export function tellChange(change: RequirementChange): string {
  if (change.type === "added")
    return `${change.after.isMandatory ? "New" : "New and optional"}: ${quoted(change.after.text)}`;
  if (change.type === "removed") return `Taken out: ${quoted(change.before.text)}`;
  if (change.type !== "changed") return "";
  const { before, after, aspects } = change;
  if (aspects.includes("strength"))
    return `${after.isMandatory ? "Now binding" : "No longer binding"}: ${quoted(after.text)}`;
  // An instruction that says itself what stood before needs no word of ours about single words.
  if (saysBoth.test(after.text)) return `Changed: ${quoted(after.text)}`;
  const parts = swappedParts(change.words);
  const [only] = parts;
  const figure = parts.find(([old, fresh]) => isFigure(old) && isFigure(fresh) && figures.test(old + fresh));
  if (figure) return swapped(figure, after.text);
  if (only && parts.length === 1 && isShort(only)) return swapped(only, after.text);
  if (!aspects.includes("wording") && (aspects.includes("split") || aspects.includes("merged")))
    return `${aspects.includes("split") ? "Split into several" : "Drawn together with others"}: ${quoted(before.text)}`;
  const [was, is] = [quoted(before.text), quoted(newWording(after.text))];
  return was === is ? `Now: ${is}` : `Now: ${is} Before: ${was}`;
}

/** Its words as a reader quotes them, ending as a sentence does. */
export function quoted(text: string): string {
  const whole = short(spoken(text));
  return /[.!?…]$/.test(whole) ? `“${whole}”` : `“${whole}”.`;
}

function swapped([old, fresh]: Part, whole: string): string {
  if (old === "") return `Now with “${fresh}”: ${quoted(whole)}`;
  if (fresh === "") return `No longer “${old}”: ${quoted(whole)}`;
  return `“${withUnit(fresh, whole)}” instead of “${old}”: ${quoted(whole)}`;
}

/** "5 pages": a bare number with the word that it counts. */
function withUnit(figure: string, whole: string): string {
  if (!/^[\d.,]+$/.test(figure)) return figure;
  return new RegExp(String.raw`(?<!\S)${RegExp.escape(figure)} \p{L}+`, "u").exec(whole)?.[0] ?? figure;
}

const isFigure = (text: string) => text !== "" && text.length <= LONGEST_PART && !address.test(text);
const isShort = (part: Part) => part.every((text) => text.length <= LONGEST_PART && !address.test(text));

type Part = readonly [old: string, fresh: string];

/** What stands in the place of what, in whole words: half of "1,200" or of a file's name tells nobody anything. */
function swappedParts(words: (RequirementChange & { type: "changed" })["words"]): Part[] {
  const parts: { old: string; fresh: string }[] = [];
  let [old, fresh] = ["", ""];
  let isOpen = false;
  const endWord = () => {
    if (old !== fresh) {
      const last = isOpen ? parts.at(-1) : undefined;
      if (last) {
        last.old += ` ${old}`;
        last.fresh += ` ${fresh}`;
      } else parts.push({ old, fresh });
      isOpen = true;
    } else if (old !== "") isOpen = false;
    [old, fresh] = ["", ""];
  };
  for (const { op, text } of words) {
    for (const piece of text.split(/(\s+)/)) {
      if (op === "same" && /^\s/.test(piece)) endWord();
      else {
        if (op !== "added") old += piece;
        if (op !== "removed") fresh += piece;
      }
    }
  }
  endWord();
  return parts.map(differingWords).filter(([before, after]) => before !== after);
}

/** Without the words that both begin with, and without marks at the ends. */
function differingWords(part: { old: string; fresh: string }): Part {
  const bare = (text: string) => spoken(text).replace(/^[\s|,;:]+|[\s|,;:.]+$/g, "");
  const [old, fresh] = [bare(part.old).split(" "), bare(part.fresh).split(" ")];
  while (old.length + fresh.length > 0 && old[0] === fresh[0]) {
    old.shift();
    fresh.shift();
  }
  return [old.join(" "), fresh.join(" ")];
}

/** Of a sentence that says how another one reads from now on: those words. */
function newWording(text: string): string {
  const said =
    /\b(?:to read|(?:replaced|substituted) (?:with|by)|as follows)[^“"]{0,30}[“"](?<words>.{20,})[”"]/is.exec(text);
  return said?.groups?.words ?? text;
}

/** Rows without their lines, answers without the mark before them. */
function spoken(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  const cells = plain.split(" | ").map((cell) => cell.trim());
  const [first = "", ...rest] = cells;
  const row = rest.length === 0 ? first : `${first}: ${rest.filter(Boolean).join("; ")}`;
  return row.replace(/^(?:answer\s?\d{0,3}\s?[:.–-]\s*|A\s?\d{0,3}[:.]\s+(?=\p{Lu}))/iu, "");
}

function short(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2)).replace(/[,;:\s]+$/, "")}…`;
}
