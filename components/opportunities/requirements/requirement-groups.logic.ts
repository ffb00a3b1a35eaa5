export interface Groupable {
  id: string;
  section: string;
  document: { id: string; title: string } | null;
}

export type ListRow<R extends Groupable> =
  | { kind: "document"; key: string; title: string; documentId: string | null; count: number; isFolded: boolean }
  | { kind: "section"; key: string; title: string; count: number }
  | { kind: "requirement"; key: string; requirement: R };

/**
 * The rows of the list: under each document its sections, under each section its requirements, in reading order. Requirements of a
 * folded document are left out. A document that comes up again later (a moved requirement) gets a head of its own there.
 */
export function requirementRows<R extends Groupable>(
  requirements: readonly R[],
  folded: ReadonlySet<string>,
): ListRow<R>[] {
  const rows: ListRow<R>[] = [];
  let documentId: string | null | undefined;
  let section: string | undefined;
  let head: Extract<ListRow<R>, { kind: "document" }> | null = null;
  let part: Extract<ListRow<R>, { kind: "section" }> | null = null;
  for (const requirement of requirements) {
    const id = requirement.document?.id ?? null;
    if (id !== documentId) {
      documentId = id;
      section = undefined;
      head = {
        kind: "document",
        key: `d ${rows.length} ${id ?? ""}`,
        title: requirement.document?.title ?? "Added by hand",
        documentId: id,
        count: 0,
        isFolded: folded.has(id ?? ""),
      };
      rows.push(head);
    }
    if (head) head.count++;
    if (head?.isFolded) continue;
    if (requirement.section !== section) {
      section = requirement.section;
      part = section ? { kind: "section", key: `s ${rows.length}`, title: section, count: 0 } : null;
      if (part) rows.push(part);
    }
    if (part) part.count++;
    rows.push({ kind: "requirement", key: requirement.id, requirement });
  }
  return rows;
}

/** The requirement before or after the active one, whatever heads stand between; the first when none is active. */
export function stepTo<R extends Groupable>(
  rows: readonly ListRow<R>[],
  activeId: string | null,
  by: 1 | -1,
): string | null {
  const ids = rows.flatMap((row) => (row.kind === "requirement" ? [row.requirement.id] : []));
  const index = activeId === null ? -1 : ids.indexOf(activeId);
  if (index < 0) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, index + by))] ?? null;
}

/**
 * What a requirement is called under its heading: the document's own number, unless that is only the heading's, which all under it share; then
 * our own.
 */
export function nameOf({ ref, label, section }: { ref: string | null; label: string; section: string }): string {
  if (ref === null) return label;
  const [headingNumber = ""] = lastHeading(section).split(/\s/);
  const bare = (number: string) => number.replace(/[.)]+$/, "");
  return bare(headingNumber) === bare(ref) ? label : ref;
}

/** The last heading of "Part C › C.3 Scope › C.3.2 Hosting", which is what one looks for. */
export function lastHeading(section: string): string {
  return section.slice(section.lastIndexOf("›") + 1).trim();
}
