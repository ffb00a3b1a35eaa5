/** What an import is called at first: the folder, the one file without its ending, or the file that names the tender. */
export function importName(paths: readonly string[]): string {
  const folders = new Set(paths.map((path) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "")));
  const [folder] = folders;
  if (folders.size === 1 && folder) return folder;
  const [first = "Tender"] = [...paths].sort((one, other) => weight(one) - weight(other));
  const name = withoutEnding(first.slice(first.lastIndexOf("/") + 1));
  return name || "Tender";
}

/** Attachments and schedules are named after what they belong to; the request itself says what it is. */
function weight(path: string): number {
  const name = path.toLowerCase();
  if (/attach|annex|append|schedule|exhibit|form|anlage|annexe/.test(name)) return 2;
  return /rf[qpi]|tender|invitation|solicitation|notice|proposal|quotation|ausschreibung|appel/.test(name) ? 0 : 1;
}

function withoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/i, "").trim();
}
