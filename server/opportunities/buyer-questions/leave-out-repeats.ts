import { missingPaper } from "./word-question";

interface Asked {
  text: string;
  /** Why it is asked. */
  occasion: string;
}

/** Drafts that ask what nobody has asked yet: the same words are asked once, and a paper that ten demands point to is requested once. */
export function leaveOutRepeats<D extends Asked>(drafts: readonly D[], known: readonly Asked[]): D[] {
  const asked = new Set(known.flatMap(subjects));
  return drafts.filter((draft) => {
    const own = subjects(draft);
    if (own.some((subject) => asked.has(subject))) return false;
    for (const subject of own) asked.add(subject);
    return true;
  });
}

function subjects({ text, occasion }: Asked): string[] {
  const paper = missingPaper(occasion);
  return paper ? [text, `paper ${paper.toLowerCase()}`] : [text];
}
