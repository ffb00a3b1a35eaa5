"use client";
import { useMemo, useRef } from "react";
import { cn } from "@/components/ui/class-names";
import type { Block, Rendition } from "@/lib/rendition";
import { type BlockGroup, groupBlocks, shownMarkers } from "./block-groups.logic";
import { LitText } from "./lit-text";
import { type Passage, passageKey } from "./passage.logic";
import { useScrollToPassage } from "./use-scroll-to-passage";

type Readable = Pick<Rendition, "text" | "blocks" | "pages">;

/** Headings, lists and tables as they were read; always as text, never as the markup of the file. */
export function TextViewer({ rendition, passage }: { rendition: Readable; passage: Passage | null }) {
  const root = useRef<HTMLElement>(null);
  const pages = useMemo(() => groupBlocks(rendition.blocks), [rendition]);
  const markers = useMemo(() => shownMarkers(rendition.blocks), [rendition]);
  useScrollToPassage(root, passageKey(passage));
  const label = (page: number) => rendition.pages.find((one) => one.page === page)?.label;
  return (
    <article ref={root} className="mx-auto w-full max-w-190 px-4 py-6 text-lg leading-7 wrap-anywhere sm:px-8">
      {pages.length === 0 ? <p className="text-muted">This version has no text.</p> : null}
      {pages.map((page, index) => (
        // Pages outside the window are not laid out: a long tender stays quick.
        <section
          // biome-ignore lint/suspicious/noArrayIndexKey: pages never move, and a page number may come twice
          key={index}
          className="[content-visibility:auto] [contain-intrinsic-size:auto_600px]"
        >
          {page.page !== null ? (
            <p className="mt-6 mb-3 border-t border-subtle pt-2 text-xs text-subtle">
              {label(page.page) ?? `Page ${page.page}`}
            </p>
          ) : null}
          {page.groups.map((group) => (
            <Group key={keyOf(group)} group={group} markers={markers} text={rendition.text} passage={passage} />
          ))}
        </section>
      ))}
    </article>
  );
}

function keyOf(group: BlockGroup): string {
  return group.kind === "table" ? `t${group.rows[0]?.start}` : `b${group.block.start}-${group.block.end}`;
}

interface GroupProps {
  group: BlockGroup;
  markers: ReadonlyMap<Block, string>;
  text: string;
  passage: Passage | null;
}

function Group({ group, markers, text, passage }: GroupProps) {
  if (group.kind === "block") {
    return <BlockView block={group.block} marker={markers.get(group.block)} text={text} passage={passage} />;
  }
  return (
    <div className="my-4 overflow-x-auto">
      {/* Words are not broken to make a column narrow: a wide table scrolls. */}
      <table className="min-w-full border-collapse text-base wrap-break-word">
        <tbody>
          {group.rows.map((row) => (
            <tr key={row.start} className="border border-subtle align-top">
              {(row.cells ?? []).map((cell) => {
                const Cell = row.isHeader ? "th" : "td";
                return (
                  <Cell
                    key={`${cell.column}-${cell.start}`}
                    className={cn("border border-subtle px-2 py-1 text-left", row.isHeader && "bg-sunken font-medium")}
                  >
                    <LitText text={text} start={cell.start} end={cell.end} passage={passage} />
                  </Cell>
                );
              })}
              {row.cells?.length ? null : (
                <td className="px-2 py-1">
                  <LitText text={text} start={row.start} end={row.end} passage={passage} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const headingTags = ["h2", "h3", "h4", "h5", "h6", "h6"] as const;
const headingClass = ["text-xl", "text-xl", "text-lg", "text-lg", "text-base", "text-base"];
const indentClass = ["pl-0", "pl-6", "pl-12", "pl-18", "pl-24"];

interface BlockViewProps {
  block: Block;
  /** What stands before an item of a list. */
  marker: string | undefined;
  text: string;
  passage: Passage | null;
}

function BlockView({ block, marker, text, passage }: BlockViewProps) {
  const content = <LitText text={text} start={block.start} end={block.end} passage={passage} />;
  const level = Math.min(6, Math.max(1, block.level ?? 1));
  // The page's own title is the first heading; those of the document come below it.
  const Heading = headingTags[level - 1] ?? "h6";
  switch (block.kind) {
    case "heading":
      return <Heading className={cn("mt-6 mb-2 font-semibold", headingClass[level - 1])}>{content}</Heading>;
    case "list_item":
      return (
        <div className={cn("my-1 flex gap-2", indentClass[Math.min(4, block.level ?? 0)])}>
          <span className="shrink-0 text-muted">{marker}</span>
          <span className="min-w-0">{content}</span>
        </div>
      );
    case "code":
      return (
        <pre className="my-3 overflow-x-auto rounded-md border border-subtle bg-sunken px-3 py-2 font-mono text-sm">
          {content}
        </pre>
      );
    default:
      return <p className="my-2 whitespace-pre-wrap">{content}</p>;
  }
}
