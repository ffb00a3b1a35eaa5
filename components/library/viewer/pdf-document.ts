"use client";
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";

// The worker is an own file under our own address, as the page's policy wants it.
GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).toString();

export type LoadedPdf =
  | { state: "loading"; share: number | null }
  | { state: "ready"; pdf: PDFDocumentProxy }
  | { state: "failed" };

/** Loads a PDF from our own server, and lets go of it when the screen does. */
export function usePdf(url: string): LoadedPdf {
  const [loaded, setLoaded] = useState<LoadedPdf>({ state: "loading", share: null });
  useEffect(() => {
    let isGone = false;
    const beside = (folder: string) => new URL(`/pdfjs/${folder}/`, window.location.href).href;
    setLoaded({ state: "loading", share: null });
    const task = getDocument({
      url,
      cMapUrl: beside("cmaps"),
      iccUrl: beside("iccs"),
      standardFontDataUrl: beside("standard_fonts"),
      wasmUrl: beside("wasm"),
      enableXfa: false,
    });
    task.onProgress = ({ loaded: bytes, total }: { loaded: number; total: number }) => {
      if (!isGone && total > 0) setLoaded((now) => (now.state === "loading" ? { ...now, share: bytes / total } : now));
    };
    task.promise.then(
      (pdf) => !isGone && setLoaded({ state: "ready", pdf }),
      () => !isGone && setLoaded({ state: "failed" }),
    );
    return () => {
      isGone = true;
      void task.destroy();
    };
  }, [url]);
  return loaded;
}
