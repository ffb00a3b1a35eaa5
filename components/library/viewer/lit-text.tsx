// biome-ignore-all lint/suspicious/noArrayIndexKey: see below
import { Fragment } from "react";
import { type Passage, splitAtPassage } from "./passage.logic";

interface LitTextProps {
  text: string;
  start: number;
  end: number;
  passage: Passage | null;
}

/** Text of a document as text, with the passage lit. The first mark is where the viewer scrolls to. */
export function LitText({ text, start, end, passage }: LitTextProps) {
  // At most three pieces, always in the same order: their index names them.
  return splitAtPassage(text, start, end, passage).map((segment, index) =>
    segment.isLit ? (
      <mark key={index} data-passage="" className="scroll-mt-24">
        {segment.text}
      </mark>
    ) : (
      <Fragment key={index}>{segment.text}</Fragment>
    ),
  );
}
