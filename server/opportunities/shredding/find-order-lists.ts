import type { TenderDocument } from "../tender-document";
import type { Grammar } from "./judgement";

/** Shorter lists tell nothing by the form of their items. */
const FEWEST = 3;

/** Blocks of the lists most of whose items begin like an order ("Provide ...", "Test ..."), whatever introduces them. */
export function findOrderLists(
  { text, blocks }: Pick<TenderDocument, "text" | "blocks">,
  grammar: Grammar,
): Set<number> {
  const found = new Set<number>();
  const open: number[][] = [];
  const close = (level: number) => {
    while (open.length > level) {
      const list = open.pop() ?? [];
      const opens = list.map((index) => {
        const block = blocks[index];
        return block ? grammar.opensOrder(text.slice(block.start, Math.min(block.end, block.start + 120))) : "no";
      });
      const sure = opens.filter((one) => one === "sure").length;
      const maybe = opens.filter((one) => one === "maybe").length;
      if (list.length >= FEWEST && sure >= list.length * 0.5 && sure + maybe >= list.length * 0.6)
        for (const index of list) found.add(index);
    }
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "list_item") {
      close(0);
      continue;
    }
    const level = block.level ?? 0;
    close(level + 1);
    while (open.length <= level) open.push([]);
    open[level]?.push(index);
  }
  close(0);
  return found;
}
