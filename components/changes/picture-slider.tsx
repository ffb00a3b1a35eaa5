"use client";
import { useLayoutEffect, useRef, useState } from "react";
import { useShell } from "@/components/shell/shell-context";

interface PictureSliderProps {
  /** Addresses of our own pictures, without the workspace. */
  before: string;
  after: string;
}

/** Two pictures on each other with an edge that is drawn across: by pointer anywhere on them, or by the arrow keys. */
export function PictureSlider({ before, after }: PictureSliderProps) {
  const { workspace } = useShell();
  const [percent, setPercent] = useState(50);
  const [isMissing, setIsMissing] = useState(false);
  const older = useRef<HTMLImageElement>(null);
  const edge = useRef<HTMLDivElement>(null);
  const of = (address: string) => `${address}?workspace=${encodeURIComponent(workspace.slug)}`;

  // Set on the elements and not written as style attributes, which the page's policy refuses in what the server renders.
  useLayoutEffect(() => {
    older.current?.style.setProperty("clip-path", `inset(0 ${100 - percent}% 0 0)`);
    edge.current?.style.setProperty("left", `${percent}%`);
  }, [percent]);

  if (isMissing) {
    return <p className="px-4 py-6 text-muted">A picture is no longer kept. The texts of both versions still are.</p>;
  }
  return (
    <div className="p-4">
      <div className="mb-2 flex justify-between text-sm text-muted" aria-hidden>
        <span>Before</span>
        <span>After</span>
      </div>
      <div className="relative grid overflow-hidden rounded-md border border-strong bg-sunken">
        {/* biome-ignore lint/performance/noImgElement: pictures from behind the sign-in, which no image service may cache */}
        <img
          src={of(after)}
          alt="The page after the change"
          className="[grid-area:1/1] w-full self-start"
          onError={() => setIsMissing(true)}
        />
        {/* biome-ignore lint/performance/noImgElement: as above */}
        <img
          ref={older}
          src={of(before)}
          alt="The page before the change"
          className="[grid-area:1/1] w-full self-start"
          onError={() => setIsMissing(true)}
        />
        <input
          type="range"
          min={0}
          max={100}
          value={percent}
          aria-label="Edge between before and after"
          aria-valuetext={`${percent}% before`}
          onChange={(event) => setPercent(Number(event.target.value))}
          className="peer absolute inset-0 size-full cursor-ew-resize touch-pan-y opacity-0"
        />
        <div
          ref={edge}
          aria-hidden
          className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-accent peer-focus-visible:w-1.5"
        >
          <span className="sticky top-40 ml-[50%] block size-6 -translate-x-1/2 rounded-full border-2 border-accent bg-surface" />
        </div>
      </div>
    </div>
  );
}
