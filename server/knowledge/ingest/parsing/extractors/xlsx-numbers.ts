import type { Element } from "domhandler";
import { attribute, childElement, childElements } from "../office-package";

export interface CellStyles {
  /** Number format of each cell style. */
  formats: string[];
  is1904: boolean;
}

/** The formats that Excel knows by number without writing them down (ECMA-376 part 1, 18.8.30). */
const builtIn: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy-mm-dd",
  15: "yyyy-mm-dd",
  16: "yyyy-mm-dd",
  17: "yyyy-mm-dd",
  18: "hh:mm",
  19: "hh:mm:ss",
  20: "hh:mm",
  21: "hh:mm:ss",
  22: "yyyy-mm-dd hh:mm",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  44: "$#,##0.00",
  42: "$#,##0",
  45: "mm:ss",
  46: "hh:mm:ss",
  47: "mm:ss",
};

export function readCellStyles(root: Element | null, date1904: string | undefined): CellStyles {
  const own = new Map(
    childElements(childElement(root, "numFmts"), "numFmt").map((format) => [
      Number(attribute(format, "numFmtId")),
      attribute(format, "formatCode") ?? "General",
    ]),
  );
  const formats = childElements(childElement(root, "cellXfs"), "xf").map((style) => {
    const id = Number(attribute(style, "numFmtId") ?? 0);
    return own.get(id) ?? builtIn[id] ?? "General";
  });
  return { formats, is1904: date1904 === "1" || date1904 === "true" };
}

/** Shows a stored number as its format does where that changes its meaning: dates, percentages, money, digits after the point. */
export function showNumber(value: string, format: string, is1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const first = format.split(";")[0] ?? format;
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h|m|s)[^\]]*\]/gi, "");
  if (/[ymdhs]/i.test(bare) && !/general/i.test(bare)) return showDate(number, bare, is1904);
  if (/general|@/i.test(bare) || bare.trim() === "")
    return Number.isInteger(number) ? value : String(Number(number.toPrecision(12)));
  const isPercent = bare.includes("%");
  const digits = /[0#]\.([0#]+)/.exec(bare)?.[1]?.length ?? 0;
  const shown = Math.abs(isPercent ? number * 100 : number).toLocaleString("en-US", {
    minimumFractionDigits: Math.min(20, /[0#]\.(0+)/.exec(bare)?.[1]?.length ?? 0),
    maximumFractionDigits: Math.min(20, digits),
    useGrouping: bare.includes(","),
  });
  const currency = /\[\$([^\]-]{1,5})/.exec(first)?.[1] ?? /[$€£¥]/.exec(first)?.[0] ?? "";
  return `${number < 0 ? "-" : ""}${currency}${shown}${isPercent ? "%" : ""}`;
}

function showDate(serial: number, format: string, is1904: boolean): string {
  const days = is1904 ? serial + 1462 : serial;
  if (days < 0 || days > 2_958_466) return String(serial);
  // Excel counts a 29 February 1900 that never was.
  const date = new Date(Math.round((days - (days < 60 ? 25568 : 25569)) * 86_400) * 1000);
  const iso = date.toISOString();
  const hasDay = /[yd]/i.test(format) || (/m/i.test(format) && !/[hs]/i.test(format));
  const hasTime = /[hs]/i.test(format);
  const time = iso.slice(11, iso.slice(17, 19) === "00" ? 16 : 19);
  return [hasDay ? iso.slice(0, 10) : "", hasTime ? time : ""].filter(Boolean).join(" ");
}
