"use client";
import { type PDFDocumentProxy, RenderingCancelledException, TextLayer } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import type { LitBox } from "./passage.logic";

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  /** From 1. */
  page: number;
  /** In PDF points. */
  width: number;
  height: number;
  /** CSS pixels per point. */
  scale: number;
  boxes: readonly LitBox[];
  onCurrent: (page: number) => void;
}

/** One sheet of paper: holds its place always, is drawn while it is near the window. */
export function PdfPage({ pdf, page, width, height, scale, boxes, onCurrent }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);

  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    // Under load several sightings arrive at once; only the last one holds.
    const near = new IntersectionObserver((entries) => setIsNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: "900px",
    });
    const middle = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && onCurrent(page), {
      rootMargin: "-45% 0px -54% 0px",
    });
    near.observe(element);
    middle.observe(element);
    return () => {
      near.disconnect();
      middle.disconnect();
    };
  }, [page, onCurrent]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a page of a document is a group, not a set of form fields
    <div
      ref={sheet}
      role="group"
      aria-label={`Page ${page}`}
      data-page={page}
      className="relative mx-auto scroll-mt-28 overflow-hidden border border-subtle"
      // A page is as large as its paper: the size is data. Set by script, so that the policy allows it.
      style={{ width: width * scale, height: height * scale, backgroundColor: "#fff" }}
    >
      {isNear ? <Drawing pdf={pdf} page={page} scale={scale} /> : null}
      {boxes.map((box) => (
        <span
          key={`${box.x}-${box.y}`}
          data-passage=""
          className="pdf-lit"
          style={{
            left: box.x * scale - 1,
            top: box.y * scale - 1,
            width: box.width * scale + 2,
            height: box.height * scale + 2,
          }}
        />
      ))}
    </div>
  );
}

function Drawing({ pdf, page: number, scale }: { pdf: PDFDocumentProxy; page: number; scale: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    async function draw() {
      const page = await pdf.getPage(number);
      if (isGone || !canvas.current || !text.current) return;
      const viewport = page.getViewport({ scale });
      const density = Math.min(window.devicePixelRatio || 1, 2);
      canvas.current.width = Math.floor(viewport.width * density);
      canvas.current.height = Math.floor(viewport.height * density);
      const task = page.render({
        canvas: canvas.current,
        viewport,
        transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0],
      });
      stop = () => task.cancel();
      await task.promise;
      if (isGone || !text.current) return;
      text.current.replaceChildren();
      text.current.style.setProperty("--total-scale-factor", String(scale));
      await new TextLayer({ textContentSource: page.streamTextContent(), container: text.current, viewport }).render();
    }
    draw().catch((error: unknown) => {
      if (!isGone && !(error instanceof RenderingCancelledException)) setHasFailed(true);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [pdf, number, scale]);

  if (hasFailed) return <p className="p-6 text-danger">This page cannot be drawn. Its text is under “Text”.</p>;
  return (
    <>
      <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
      <div ref={text} className="pdf-text" />
    </>
  );
}
