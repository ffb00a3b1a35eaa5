"use client";
import "./pdf-viewer.css";
import { Minus, Plus } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import type { PageSpan } from "@/lib/rendition";
import type { LitBox } from "./passage.logic";
import { usePdf } from "./pdf-document";
import { PdfPage } from "./pdf-page";
import { useScrollToPassage } from "./use-scroll-to-passage";

interface PdfViewerProps {
  fileUrl: string;
  /** Sizes in points as they were read, so that page 300 stands where it will stand before page 2 is drawn. */
  pages: readonly PageSpan[];
  boxes: readonly LitBox[];
  /** Where to go when there is no box: the page of the passage. */
  startPage: number | null;
}

const a4 = { width: 595, height: 842 };
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

export function PdfViewer({ fileUrl, pages, boxes, startPage }: PdfViewerProps) {
  const loaded = usePdf(fileUrl);
  const room = useRef<HTMLElement>(null);
  const roomWidth = useWidth(room);
  const [zoom, setZoom] = useState(1);
  const [current, setCurrent] = useState(startPage ?? 1);
  const sizes = useMemo(() => new Map(pages.map((page) => [page.page, page])), [pages]);
  const pdf = loaded.state === "ready" ? loaded.pdf : null;
  const isShown = pdf !== null && roomWidth > 0;

  // Without a box to go to, the page on which the passage begins will do.
  const isBoxed = boxes.length > 0;
  const goal = isBoxed
    ? boxes.map((box) => `${box.page}:${box.x}:${box.y}`).join()
    : startPage
      ? `page ${startPage}`
      : null;
  useScrollToPassage(room, isShown ? goal : null, isBoxed ? "[data-passage]" : `[data-page="${startPage}"]`);

  if (loaded.state === "failed") {
    return (
      <ErrorState title="The original cannot be shown." description="Its text was read and stands under “Text”." />
    );
  }
  const fit = 0.999;
  return (
    <div>
      <div className="sticky top-(--viewer-top,3rem) z-20 flex items-center gap-1 border-b border-subtle bg-surface px-3 py-1 text-sm text-muted">
        <span className="flex-1 tabular-nums" aria-live="polite">
          {pdf ? `Page ${Math.min(current, pdf.numPages)} of ${pdf.numPages}` : "Opening"}
        </span>
        <IconButton label="Smaller" disabled={zoom <= 0.5} onClick={() => setZoom(step(zoom, -1))}>
          <Minus aria-hidden />
        </IconButton>
        <span className="w-10 text-center tabular-nums">{Math.round(zoom * 100)}%</span>
        <IconButton label="Larger" disabled={zoom >= 3} onClick={() => setZoom(step(zoom, 1))}>
          <Plus aria-hidden />
        </IconButton>
      </div>
      <section
        ref={room}
        aria-label="Pages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="flex flex-col gap-3 overflow-x-auto bg-sunken p-2 sm:p-4"
      >
        {isShown ? (
          Array.from({ length: pdf.numPages }, (_, index) => {
            const page = index + 1;
            const size = sizes.get(page);
            const width = size?.width ?? a4.width;
            return (
              <PdfPage
                key={page}
                pdf={pdf}
                page={page}
                width={width}
                height={size?.height ?? a4.height}
                scale={Math.min((roomWidth / width) * fit, 1.6) * zoom}
                boxes={boxes.filter((box) => box.page === page)}
                onCurrent={setCurrent}
              />
            );
          })
        ) : (
          <>
            <Progress label="Opening the document" value={loaded.state === "loading" ? loaded.share : null} />
            <Skeleton className="mx-auto h-[70dvh] w-full max-w-200" />
          </>
        )}
      </section>
    </div>
  );
}

function step(zoom: number, by: 1 | -1): number {
  return zooms[Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(zoom) + by))] ?? 1;
}

/** Inner width of an element, kept right when it changes. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
