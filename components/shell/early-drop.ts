/** What was dropped: folders and files of this machine as entries, anything else as the file itself. */
export type Dropped = FileSystemEntry | File;

interface EarlyDrop {
  dropped: Dropped[];
  onOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
}

/**
 * Runs before any other script of the page: without it a browser that is let go of a file too soon leaves the page and shows the file.
 * Written for the browser as it stands, because nothing has been loaded yet.
 */
export const earlyDropScript = `(() => {
  if (window.outriderEarlyDrop) return;
  const hasFiles = (event) => event.dataTransfer && event.dataTransfer.types.includes("Files");
  const early = {
    dropped: [],
    onOver: (event) => { if (hasFiles(event)) event.preventDefault(); },
    onDrop: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      for (const item of event.dataTransfer.items)
        if (item.kind === "file") early.dropped.push(item.webkitGetAsEntry() || item.getAsFile());
    },
  };
  window.outriderEarlyDrop = early;
  window.addEventListener("dragover", early.onOver);
  window.addEventListener("drop", early.onDrop);
})();`;

/** What was let go before the page could take it; from now on the page listens itself. */
export function takeEarlyDrop(): Dropped[] {
  const early = (window as { outriderEarlyDrop?: EarlyDrop }).outriderEarlyDrop;
  if (!early) return [];
  window.removeEventListener("dragover", early.onOver);
  window.removeEventListener("drop", early.onDrop);
  return early.dropped.splice(0).filter((one) => one !== null);
}

const askedEveryMs = 50;
/** Longer than the slowest page takes; what was dropped then goes where files go without it. */
const patienceMs = 30_000;

/** Resolves once all of the page has come and woken: only then is it known where on it files go. `isToCome`: what takes them here is still asleep. */
export async function pageIsAwake(isToCome: () => boolean): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
  }
  for (let waited = 0; isToCome() && waited < patienceMs; waited += askedEveryMs)
    await new Promise((resolve) => setTimeout(resolve, askedEveryMs));
  await new Promise<void>((resolve) => {
    // A slow machine wakes the page in several seconds; asked too soon, what was meant for the library would become an opportunity.
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => resolve(), { timeout: 10_000 });
    else setTimeout(resolve, 300);
  });
}
