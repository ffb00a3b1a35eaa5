/**
 * Packed postings. A block covers 4,096 chunk numbers of one term; a posting is three bytes: offset of the chunk in the block
 * (u16, little endian), then how often the term occurs in the title (3 bits) and in the body (5 bits), both cut off at the top.
 * Numbers only grow, so writing is appending.
 */
export const BLOCK_SIZE = 4_096;
const POSTING_BYTES = 3;
const MAX_TITLE_COUNT = 7;
const MAX_BODY_COUNT = 31;

export interface TermCount {
  title: number;
  body: number;
}

export function blockOf(number: number): number {
  return Math.floor(number / BLOCK_SIZE);
}

export interface PostingList {
  term: string;
  blockNo: number;
  count: number;
  postings: Buffer;
}

/** The postings of new chunks, by term and block, sorted by term and block: the order in which rows are locked everywhere. */
export function packPostings(
  chunks: readonly { number: number; counts: ReadonlyMap<string, TermCount> }[],
): PostingList[] {
  const byKey = new Map<string, { term: string; blockNo: number; bytes: number[] }>();
  for (const { number, counts } of chunks) {
    const blockNo = blockOf(number);
    const offset = number % BLOCK_SIZE;
    for (const [term, count] of counts) {
      const key = `${blockNo} ${term}`;
      let list = byKey.get(key);
      if (!list) {
        list = { term, blockNo, bytes: [] };
        byKey.set(key, list);
      }
      const packed = (Math.min(count.title, MAX_TITLE_COUNT) << 5) | Math.min(count.body, MAX_BODY_COUNT);
      list.bytes.push(offset & 0xff, offset >> 8, packed);
    }
  }
  return [...byKey.values()]
    .sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : a.blockNo - b.blockNo))
    .map(({ term, blockNo, bytes }) => ({
      term,
      blockNo,
      count: bytes.length / POSTING_BYTES,
      postings: Buffer.from(bytes),
    }));
}

/** Calls `visit` for each posting of a block, in the order written. */
export function eachPosting(
  block: { blockNo: number; postings: Uint8Array },
  visit: (number: number, title: number, body: number) => void,
): void {
  const { postings } = block;
  const base = block.blockNo * BLOCK_SIZE;
  for (let at = 0; at + 2 < postings.length; at += POSTING_BYTES) {
    const packed = postings[at + 2] as number;
    visit(base + (postings[at] as number) + (postings[at + 1] as number) * 256, packed >> 5, packed & 31);
  }
}

/** The block without the postings that `isGone` names. */
export function dropPostings(
  block: { blockNo: number; postings: Uint8Array },
  isGone: (number: number) => boolean,
): Buffer {
  const kept: number[] = [];
  const { postings } = block;
  const base = block.blockNo * BLOCK_SIZE;
  for (let at = 0; at + 2 < postings.length; at += POSTING_BYTES) {
    const low = postings[at] as number;
    const high = postings[at + 1] as number;
    if (!isGone(base + low + high * 256)) kept.push(low, high, postings[at + 2] as number);
  }
  return Buffer.from(kept);
}
