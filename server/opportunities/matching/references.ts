import { foldText } from "./title-words";

const label =
  /^(?:(?:our|your|tender|contract|notice|project|solicitation|rfp|rfq|rfi|itt|reference|ref|vergabe|aktenzeichen|az|référence|referencia|numéro|expediente)(?![\p{L}\d])[\s.:#-]*)*(?:(?:no|nr|number|nummer|num|n°|nº|id|code)(?![\p{L}\d])[\s.:#-]*|#\s*)?/iu;

/**
 * A reference as it is compared: upper case letters and digits. Null when it is too short, or has no digit, to name one procedure among
 * thousands.
 */
export function normaliseReference(stated: string | null | undefined): string | null {
  const bare = (stated ?? "").trim().replace(label, "");
  const code = foldText(bare === "" ? (stated ?? "") : bare)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
  return code.length >= 4 && /\d/.test(code) ? code : null;
}

/** Codes with letters and digits that stand in a title: "RFP-2031-17: Cleaning". */
export function referencesIn(title: string | null): string[] {
  const found =
    (title ?? "").match(
      /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}/_.-]*\d)(?=[\p{L}\p{N}/_.-]*[-/_.\p{Lu}])[\p{L}\p{N}]+(?:[-/_.][\p{L}\p{N}]+)+(?![\p{L}\p{N}])/gu,
    ) ?? [];
  return found
    .filter(
      (code) =>
        (code.match(/\d/g)?.length ?? 0) >= 3 &&
        !/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(code) &&
        !/^(?:19|20)\d{2}[-/](?:\d{2}|(?:19|20)\d{2})$/.test(code),
    )
    .flatMap((code) => normaliseReference(code) ?? []);
}

/** "NW-2031-014" and "NW-2031-015" come from the same series: where they differ, the tenders do. */
export function isSameSeries(one: string, other: string): boolean {
  return one !== other && shapeOf(one) === shapeOf(other);
}

/** "B26114" in "LGDUNB26114": a portal writes its own letters before or behind the buyer's number. Both as they are compared. */
export function isWithin(short: string, long: string): boolean {
  if (short.length < 5 || long.length <= short.length || (short.match(/\d/g)?.length ?? 0) < 4) return false;
  const rest = long.startsWith(short)
    ? long.slice(short.length)
    : long.endsWith(short)
      ? long.slice(0, -short.length)
      : "";
  return /^[A-Z]+$/.test(rest);
}

function shapeOf(code: string): string {
  return code.replace(/\d+/g, (digits) => `#${digits.length}`);
}
