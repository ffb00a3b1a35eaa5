import { localHour, type NoticeDraft, type NoticeStatus, type PortalNotice } from "./notice";

/** What stands on a portal that is not one of the two halves of its country. */
export interface OwnNotices {
  firstId: number;
  drafts: readonly NoticeDraft[];
  /** What it has with those halves, by the place there, in the words of this portal. */
  also: readonly { index: number; draft: NoticeDraft | undefined; words: Partial<NoticeDraft> }[];
}

const statuses: NoticeStatus[] = ["open", "open", "cancelled", "open", "closed", "open", "open", "awarded", "open"];
const minutes = [14 * 60, 23 * 60 + 59, 12 * 60, 17 * 60 + 30, 9 * 60 + 30];

/** A tender that stands elsewhere, too, ends at the instant that `sharedDeadline` tells for its place there. */
export function makeOwnNotices(
  country: string,
  zone: string,
  { firstId, drafts, also }: OwnNotices,
  firstDay: Date,
  sharedDeadline: (index: number) => Date,
): PortalNotice[] {
  const own = drafts.map((draft, index): PortalNotice => {
    const status = statuses[index] ?? (/202[36]$/.test(draft.title) ? "closed" : "open");
    const isOver = status === "closed" || status === "awarded";
    const day = localHour(firstDay, isOver ? -3 - index * 2 : 4 + ((index * 7) % 33), 0, zone);
    return {
      ...draft,
      key: `${country}:${draft.title}`,
      id: firstId + index * 7,
      publishedAt: localHour(firstDay, isOver ? -33 - index : -((index * 4) % 11) - 1, 8, zone),
      deadline: new Date(day.getTime() + (minutes[index % minutes.length] ?? 0) * 60_000),
      status,
      corrections: [],
    };
  });
  const shared = also.flatMap(({ index, draft, words }, place): PortalNotice[] =>
    draft
      ? [
          {
            ...draft,
            ...words,
            key: `${country}:${draft.title}`,
            id: firstId + 500 + place,
            publishedAt: localHour(firstDay, -2 - place * 3, 8, zone),
            deadline: sharedDeadline(index),
            status: "open",
            corrections: [],
          },
        ]
      : [],
  );
  return [...own, ...shared];
}
