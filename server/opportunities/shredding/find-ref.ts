const own =
  /^\(?((?:[A-Z]{1,5}[-_ ]?)?\d{1,4}(?:[.-]\d{1,4}){0,6}[a-z]?|[A-Z]{1,5}(?:[.-][A-Z0-9]{1,5}){1,4}|[A-Za-z]|[ivxIVX]{1,5})[.):]?$/;
const atStart =
  /^(\(?(?:\d{1,3}(?:\.\d{1,3}){1,5}\.?|\d{1,3}[.)]|\(?[A-Za-z][.)]|\(?[ivx]{1,5}[.)]|[A-Z]{1,5}-?\d{1,4}(?:\.\d+)*[.:)]?))\s+\S/;
const headingNumber =
  /^(?:(?:section|sec\.|article|art\.|part|clause|abschnitt|§|ziffer)\s*)?(\(?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[A-Z](?:\.\d{1,3}){1,4})[.)]?)\s+\S/i;

/** The number by which a document names a requirement: its own mark, with the section's number before a bare letter or numeral. */
export function findRef(
  text: string,
  marker: string | undefined,
  section: readonly string[],
  firstCell?: string,
): string | null {
  const mark = [firstCell?.trim(), marker?.trim(), atStart.exec(text)?.[1]].find(
    (one) => one && own.test(one.replace(/^\(/, "")),
  );
  const number =
    section
      .toReversed()
      .flatMap((heading) => headingNumber.exec(heading)?.[1] ?? [])[0]
      ?.replace(/[.)]$/, "") ?? null;
  if (!mark) return number;
  const bare = mark.replace(/[.):]+$/, "").replace(/^\(/, "");
  const isWhole = /[.-]|\d{3,}|[A-Z]\d/.test(bare);
  return isWhole || !number ? mark : `${number} ${mark}`;
}
