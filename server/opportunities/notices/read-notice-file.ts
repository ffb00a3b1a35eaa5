import { readEforms } from "./eforms/read-eforms";
import { asObject } from "./json-values";
import type { NoticeReading } from "./notice-facts";
import { readOcds } from "./ocds/read-ocds";
import { readSam } from "./sam/read-sam";
import { readTed } from "./ted/read-ted";

/** Notices of a file in one of the formats in which public bodies publish them, told apart by what it holds. */
export function readNoticeFile(text: string): NoticeReading {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("<")) return readEforms(start);
  const first = firstObject(start);
  if (!first) return { notices: [], refused: [{ key: null, reason: "It is neither JSON nor XML." }] };
  const some = Array.isArray(first) ? first.map(asObject).find((one) => one !== null) : asObject(first);
  if (some && ("opportunitiesData" in some || "noticeId" in some)) return readSam(start);
  if (some && "notices" in some) return readTed(JSON.parse(start));
  return readOcds(start);
}

function firstObject(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(text.split("\n", 1)[0] ?? "");
    } catch {
      return null;
    }
  }
}
