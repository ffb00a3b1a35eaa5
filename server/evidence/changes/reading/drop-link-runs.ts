import type { Block } from "./block";

const minRun = 4;
const maxElsewhereWords = 300;
/** Headings over links to elsewhere, whole or in part. */
const otherThings =
  /(?<!\p{L})(?:related|recommended|similar|suggested|you (?:may|might) also|customers? (?:also|who)|others? (?:also )?(?:bought|viewed|read)|(?:frequently|often) bought|goes well with|(?:read|watch|also) (?:next|see)|more (?:from|like)|ähnliche|verwandte|kunden (?:kauften|sahen)|wird oft|das könnte|passend(?:es|e) dazu|à lire aussi|similaires|connexes|les clients|vous aimerez|vous pourriez|relacionad[oa]s|también|te puede)/iu;
const elsewhere =
  /(?<!\p{L})(?:(?:related|recommended|similar|suggested)(?:$|:| (?:articles|posts|stories|content|reading|readings|news|links|pages|topics|resources|products|items|searches|videos|reads))|(?:recommended|suggested) for you|customers? (?:who |also )(?:bought|viewed|like)|(?:others|people) also (?:bought|viewed|like)|(?:frequently|often) bought together|goes well with|kunden (?:kauften|sahen) auch|wird oft zusammen gekauft|das könnte (?:sie|dich|ihnen|dir)|passend(?:es|e) dazu|les clients ont (?:aussi|également)|vous (?:aimerez|pourriez) (?:aussi|aimer)|también compraron|read next|you may also|you might also|more (?:from|articles|stories|posts|reading|like)|also (?:read|see)|see also|further reading|trending|most (?:read|popular)|popular (?:posts|articles)|latest (?:posts|articles|news)|ähnliche|verwandte|weitere (?:artikel|beiträge|themen)|mehr (?:zum thema|artikel|beiträge)|auch interessant|meistgelesen|à lire aussi|articles? (?:liés|similaires|connexes)|sur le même sujet|relacionad[oa]s|te puede interesar|más leíd[oa]s)/iu;

/**
 * The blocks without navigation that is not marked as such: runs of links under a heading such as "Related articles", and runs of
 * which most links were replaced since the other capture. A run of which most stayed, or that is new, is a list that the page keeps
 * (vacancies, releases), and so is one on a page that is mostly links. Tables of contents are told apart by `splitContentsList`.
 */
export function dropLinkRuns(blocks: readonly Block[], other: readonly Block[]): Block[] {
  const otherKeys = new Set(other.map((block) => block.key));
  const otherPlaces = new Set(other.filter((block) => block.isLinkOnly).map(placeOf));
  const words = blocks.reduce((sum, block) => sum + block.words, 0);
  const linkWords = blocks.reduce((sum, block) => sum + (block.isLinkOnly ? block.words : 0), 0);
  const isIndex = linkWords > words / 2;
  const dropped = new Set<number>();
  for (const [start, end] of linkRuns(blocks)) {
    const run = blocks.slice(start, end);
    const head = blocks[start - 1];
    const isElsewhere = !isIndex && head !== undefined && head.words <= 8 && elsewhere.test(head.text);
    const kept = run.filter((block) => otherKeys.has(block.key)).length;
    const isRotating = run.length >= minRun && !isIndex && kept < run.length / 2 && otherPlaces.has(placeOf(run[0]));
    if (!isElsewhere && !isRotating) continue;
    for (let index = start; index < end; index++) dropped.add(index);
    if (head && (isElsewhere || head.kind === "heading")) dropped.add(start - 1);
  }
  if (!isIndex) for (const index of elsewhereParts(blocks, words)) dropped.add(index);
  // What stands on both sides makes no difference, and may be content that only follows.
  return blocks.filter((block, index) => !dropped.has(index) || otherKeys.has(block.key));
}

/** Cards under "Related articles": links with a line of text each, up to the next heading of that level. */
function* elsewhereParts(blocks: readonly Block[], words: number): Generator<number> {
  for (const [start, head] of blocks.entries()) {
    if (head.kind !== "heading" || head.words > 6 || !elsewhere.test(head.text)) continue;
    let end = start + 1;
    while (end < blocks.length && !isNextPart(blocks[end], head.level)) end++;
    const part = blocks.slice(start, end);
    const size = part.reduce((sum, block) => sum + block.words, 0);
    const leading = part.filter((block) => block.links.length > 0).length;
    // What is named as something other than this page may be more than the page itself, as long as it leads away (the heading does not, nor does a link to this very page).
    const isOther = otherThings.test(head.text) && leading >= part.length - 2;
    if (size > maxElsewhereWords || leading < 2 || (size > words / 3 && !isOther)) continue;
    for (let index = start; index < end; index++) yield index;
  }
}

function isNextPart(block: Block | undefined, level: number): boolean {
  return block?.isStated === true || (block?.kind === "heading" && block.level <= level);
}

function placeOf(block: Block | undefined): string {
  return block?.heading ?? "";
}

/** Half-open ranges of blocks that are nothing but links. */
function linkRuns(blocks: readonly Block[]): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  for (let index = 0; index <= blocks.length; index++) {
    const isLink = blocks[index]?.isLinkOnly ?? false;
    if (isLink && start < 0) start = index;
    if (!isLink && start >= 0) {
      runs.push([start, index]);
      start = -1;
    }
  }
  return runs;
}

/** Takes a table of contents off the page: at least four entries in a row that lead to places on the page itself. */
export function splitContentsList(blocks: readonly Block[]): { contents: Block[]; rest: Block[] } {
  const contents = new Set<number>();
  for (const [start, end] of linkRuns(blocks)) {
    const isOwn = (block: Block | undefined) => block?.links.every((link) => link.target.startsWith("#")) ?? false;
    let from = start;
    while (from < end) {
      let to = from;
      while (to < end && isOwn(blocks[to])) to++;
      if (to - from >= minRun) for (let index = from; index < to; index++) contents.add(index);
      from = to + 1;
    }
  }
  return {
    contents: blocks.filter((_, index) => contents.has(index)),
    rest: blocks.filter((_, index) => !contents.has(index)),
  };
}
