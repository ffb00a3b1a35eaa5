const maxSegment = 200;
const maxPath = 900;

/**
 * Turns a name out of an archive or mail into a relative path that is safe to show and store: no parent folders, drives, control or
 * direction characters. It is never used on disk; members get generated names there.
 */
export function safeMemberPath(raw: string): string {
  const segments = raw
    .slice(0, 20_000)
    .normalize("NFC")
    .toWellFormed()
    .replace(/\\/g, "/")
    .split("/")
    .map(cleanSegment)
    .filter((segment) => segment !== "");
  while (segments.length > 1 && segments.join("/").length > maxPath) segments.shift();
  return segments.join("/") || "file";
}

function cleanSegment(segment: string): string {
  const visible = segment.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "").trim();
  if (/^\.{1,2}$/.test(visible) || (/^[A-Za-z]$/.test(visible) && segment.includes(":"))) return "";
  if (visible.length <= maxSegment) return visible;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(visible)?.[0] ?? "";
  return (
    visible
      .slice(0, maxSegment - extension.length)
      .toWellFormed()
      .replace(/\ufffd$/, "") + extension
  ).trim();
}

/** What programs leave in archives beside the files. */
export function isLitter(path: string): boolean {
  return /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$|\.git\/)/i.test(path);
}
