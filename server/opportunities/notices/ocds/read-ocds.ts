import { asObject, type JsonObject, objectsIn, textOf, textsIn } from "../json-values";
import type { NoticeFacts, NoticeReading } from "../notice-facts";
import { inDateOrder, mergeRelease } from "./compile-releases";
import { healWrapping } from "./heal-wrapping";
import { releaseChanges } from "./release-changes";
import { releaseFacts } from "./release-facts";

interface Procedure {
  releases: JsonObject[];
  /** As the publisher compiled it, where the releases themselves are not at hand. */
  compiled: JsonObject | null;
  /** The tags of releases that are only linked, newest last. */
  lastTags: string[];
}

/**
 * Notices of the Open Contracting Data Standard: release packages, record packages, single releases and records, lists of them, and one
 * object a line (also wrapped: `{ "release": ... }`). Every release is a notice; its facts are those of its procedure as compiled up to it.
 * A record whose releases are only linked is one notice, from its compiled release.
 */
export function readOcds(input: unknown): NoticeReading {
  const refused: NoticeReading["refused"] = [];
  const procedures = new Map<string, Procedure>();
  const procedureOf = (ocid: string): Procedure => {
    const known = procedures.get(ocid) ?? { releases: [], compiled: null, lastTags: [] };
    procedures.set(ocid, known);
    return known;
  };
  const take = (value: unknown, place: string): void => {
    const item = asObject(value);
    if (!item) {
      refused.push({ key: null, reason: `${place} is no JSON object.` });
      return;
    }
    const inner = asObject(item.release) ?? asObject(item.record);
    if (inner && item.ocid === undefined) {
      take(inner, place);
      return;
    }
    const list = item.ocid === undefined ? (item.releases ?? item.records) : undefined;
    if (list !== undefined) {
      if (!Array.isArray(list)) refused.push({ key: null, reason: `${place} has no list of releases or records.` });
      else for (const [at, one] of list.entries()) take(one, `${place}, entry ${at + 1},`);
      return;
    }
    const healed = asObject(healWrapping(item)) ?? item;
    const ocid = textOf(healed.ocid);
    if (!ocid) {
      refused.push({
        key: textOf(healed.id),
        reason: `${place} has no ocid, which says to which procedure it belongs.`,
      });
      return;
    }
    if (Array.isArray(healed.releases) || asObject(healed.compiledRelease)) takeRecord(healed, ocid);
    else if (saysNothing(healed)) {
      refused.push({
        key: textOf(healed.id) ?? ocid,
        reason: `${place} has neither tender, planning, award nor contract.`,
      });
    } else procedureOf(ocid).releases.push(healed);
  };
  const takeRecord = (record: JsonObject, ocid: string): void => {
    const releases = objectsIn(record.releases ?? []);
    const embedded = releases.filter((one) => !saysNothing(one));
    const procedure = procedureOf(ocid);
    if (embedded.length > 0 && embedded.length === releases.length) {
      procedure.releases.push(...embedded.map((one) => ({ ocid, ...one })));
      return;
    }
    const compiled = asObject(record.compiledRelease);
    if (!compiled || saysNothing(compiled)) {
      const reason = "The record has links to its releases only, and no compiled release.";
      refused.push({ key: ocid, reason });
      return;
    }
    procedure.compiled = { ocid, ...compiled };
    procedure.lastTags = textsIn(inDateOrder(releases).at(-1)?.tag ?? []);
  };
  for (const [at, part] of partsOf(input, refused).entries()) take(part, `Entry ${at + 1}`);
  return { notices: [...procedures.values()].flatMap(noticesOf), refused };
}

function noticesOf({ releases, compiled, lastTags }: Procedure): NoticeFacts[] {
  const notices: NoticeFacts[] = [];
  let known: JsonObject | null = null;
  for (const release of inDateOrder(releases)) {
    const next: JsonObject = mergeRelease(known ?? {}, release);
    const facts = releaseFacts(release, next, keyOf(release));
    notices.push(known ? { ...facts, changes: releaseChanges(known, next) } : facts);
    known = next;
  }
  if (compiled && releases.length === 0) {
    const asLast = { ...compiled, tag: lastTags.length > 0 ? lastTags : compiled.tag };
    notices.push(releaseFacts(asLast, mergeRelease({}, compiled), keyOf(compiled)));
  }
  return notices;
}

/** A release's id is its own only inside its procedure; publishers that leave it out still date it. */
function keyOf(release: JsonObject): string {
  const ocid = textOf(release.ocid) ?? "";
  const id = textOf(release.id) ?? [textOf(release.date) ?? "", ...textsIn(release.tag ?? [])].join(" ");
  return id.startsWith(ocid) ? id : `${ocid} ${id}`;
}

function saysNothing(release: JsonObject): boolean {
  return !["tender", "planning", "awards", "contracts", "buyer"].some(
    (name) => asObject(release[name]) ?? (Array.isArray(release[name]) && release[name].length > 0),
  );
}

/** Text may be one document or one a line; a value may be a list. */
function partsOf(input: unknown, refused: NoticeReading["refused"]): unknown[] {
  if (typeof input !== "string") return Array.isArray(input) ? input : [input];
  try {
    return partsOf(JSON.parse(input), refused);
  } catch {
    return input.split("\n").flatMap((line, at) => {
      if (line.trim() === "") return [];
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        refused.push({ key: null, reason: `Line ${at + 1} is no JSON.` });
        return [];
      }
    });
  }
}
