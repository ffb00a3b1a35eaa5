import type { ChangeItem } from "./comparison";
import { cut, headingOf } from "./describe-change";
import { diffWords } from "./diff-words";
import type { Block, BlockLink } from "./reading/block";
import { foldVolatile } from "./reading/fold-volatile";
import { splitEnumerator } from "./reading/split-enumerator";
import { punctuationKey } from "./reading/words";

/** How blocks with the same words differ: where their links lead, punctuation, level or kind. */
export function describeForm(same: readonly [Block, Block][]): ChangeItem[] {
  return same.flatMap(([old, fresh]) => [
    ...describeLinks(old, fresh),
    ...describePunctuation(old, fresh),
    ...describeKind(old, fresh),
  ]);
}

function describeLinks(old: Block, fresh: Block): ChangeItem[] {
  const gone = without(old.links, fresh.links);
  const come = without(fresh.links, old.links);
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    kind: "link",
    before: written(gone[index]),
    after: written(come[index]),
    heading: headingOf(fresh),
  }));
}

/** A table of contents names its places anew whenever the page is built; so own-page fragments count in prose only. */
function without(links: readonly BlockLink[], others: readonly BlockLink[]): BlockLink[] {
  const left = others.map((link) => link.target);
  return links.filter(({ target }) => {
    const at = left.indexOf(target);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

function written(link: BlockLink | undefined): string | null {
  return link ? cut(`${link.text} (${link.address})`) : null;
}

function describePunctuation(old: Block, fresh: Block): ChangeItem[] {
  if (old.kind === "table_row" || fresh.kind === "table_row") return [];
  const key = (block: Block) => punctuationKey(foldVolatile(splitEnumerator(block.text).rest));
  if (key(old) === key(fresh)) return [];
  // The same buttons in another order: what differs is their places.
  if (old.isLinkOnly && fresh.isLinkOnly && without(old.links, fresh.links).length === 0) return [];
  return [
    {
      kind: "text",
      before: cut(old.text),
      after: cut(fresh.text),
      heading: headingOf(fresh),
      words: diffWords(cut(old.text), cut(fresh.text)),
    },
  ];
}

function describeKind(old: Block, fresh: Block): ChangeItem[] {
  if (old.kind === fresh.kind && old.level === fresh.level) return [];
  return [{ kind: "structure", before: named(old), after: named(fresh), heading: headingOf(fresh) }];
}

function named(block: Block): string {
  const kind = block.kind === "heading" ? `heading ${block.level}` : block.kind.replace("_", " ");
  return cut(`${kind}: ${block.text}`);
}

/** Pictures of the content that were put in, taken out or replaced, matched by name and then by heading. */
export function describeImages(before: readonly Block[], after: readonly Block[]): ChangeItem[] {
  const [old, fresh] = [imagesOf(before), imagesOf(after)];
  const [oldNames, freshNames] = [new Set(old.map((i) => i.name)), new Set(fresh.map((i) => i.name))];
  const gone = old.filter((image) => !freshNames.has(image.name));
  const come = fresh.filter((image) => !oldNames.has(image.name));
  const items: ChangeItem[] = come.map((image) => {
    const at = gone.findIndex((other) => other.heading === image.heading);
    const [other] = at < 0 ? [] : gone.splice(at, 1);
    return { kind: "image", before: other ? shown(other) : null, after: shown(image), heading: image.heading };
  });
  return [
    ...items,
    ...gone.map((image): ChangeItem => ({ kind: "image", before: shown(image), after: null, heading: image.heading })),
  ];
}

interface PlacedImage {
  name: string;
  alt: string;
  heading: string | null;
}

function imagesOf(blocks: readonly Block[]): PlacedImage[] {
  return blocks.flatMap((block) => block.images.map((image) => ({ ...image, heading: headingOf(block) })));
}

function shown(image: PlacedImage): string {
  return cut(image.alt === "" ? image.name : `${image.alt} (${image.name})`);
}
