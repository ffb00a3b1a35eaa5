import { describe, expect, test } from "vitest";
import { matchKeys } from "./match-keys";
import { type KnownOpportunity, matchNotice, type NoticeToMatch } from "./match-notice";
import { notSame, riverton, type Side, same } from "./testing/notice-pairs";

function toNotice({ t, b, r, d, v, p, pub, src, s, c, m }: Side): NoticeToMatch {
  return {
    ...(m ? { mentions: m } : {}),
    summary: s ?? null,
    categories: c ? [{ scheme: "portal", code: c, label: null }] : [],
    key: `key of ${t}`,
    type: "tender",
    title: t,
    buyer: b ?? null,
    reference: r ?? null,
    procedureKey: p ?? null,
    publishedAt: pub ?? null,
    value: v ? { amount: v, currency: "EUR" } : null,
    deadlines: d
      ? [
          {
            kind: "submission",
            quote: d,
            localDate: d.slice(0, 10),
            localTime: /^.{10} \d/.test(d) ? d.slice(11) : null,
            zoneStated: null,
            zone: null,
            at: d.includes("T") ? d : null,
            note: null,
            flags: [],
          },
        ]
      : [],
    sourceId: src ?? null,
  };
}

function toKnown(side: Side): KnownOpportunity {
  const notice = toNotice(side);
  return {
    id: "known",
    title: side.t,
    buyer: notice.buyer,
    references: side.r ? [side.r] : [],
    mentions: side.m ?? [],
    procedureKeys: side.p ? [side.p] : [],
    deadlines: notice.deadlines,
    value: notice.value,
    summaries: side.s ? [side.s] : [],
    categories: notice.categories ?? [],
    publishedAt: notice.publishedAt,
    listedBy: side.src ? [{ sourceId: side.src, key: "another key" }] : [],
  };
}

describe("publications of one tender are joined", () => {
  test.each(same)("%s", (_what, notice, known) => {
    const match = matchNotice(toNotice(notice), [toKnown(known)]);
    expect(match).toMatchObject({ match: "known" });
    expect(match.reasons.length).toBeGreaterThan(0);
    // What is judged the same must be found among ten thousand by equality.
    const keys = new Set(matchKeys(toNotice(known)));
    expect(matchKeys(toNotice(notice)).some((key) => keys.has(key))).toBe(true);
  });
});

describe("lookalikes are not joined", () => {
  test.each(notSame)("%s", (_what, notice, known) => {
    expect(matchNotice(toNotice(notice), [toKnown(known)])).toMatchObject({ match: null });
    expect(matchNotice(toNotice(known), [toKnown(notice)])).toMatchObject({ match: null });
  });
});

test("the best of several is taken, and near ones are named with their reasons", () => {
  const [a, b] = [toKnown({ t: "Care homes, lot 2", ...riverton }), toKnown({ t: "Care homes, lot 3", ...riverton })];
  const match = matchNotice(toNotice({ t: "Care homes: Lot 3", ...riverton }), [
    { ...a, id: "two" },
    { ...b, id: "three" },
  ]);
  expect(match.match).toBe("three");
  expect(match.alternatives).toMatchObject([{ id: "two" }]);
  expect(match.alternatives[0]?.reasons.join(" ")).toContain("lot");
});

test("titles that consist of generic words alone join nothing", () => {
  expect(
    matchNotice(toNotice({ t: "Request for proposals", ...riverton }), [toKnown({ t: "Tender", ...riverton })]).match,
  ).toBeNull();
});

test("a number that several tenders of the buyer name tells none of them from the next", () => {
  const hale = { b: "Hale Hospitals", d: "2031-05-02T11:00:00.000Z", m: ["SC013532"] };
  const known = ["Window cleaning, wards", "Taxi rides of patients"].map((t) => ({
    ...toKnown({ t, ...hale }),
    id: t,
  }));
  expect(matchNotice(toNotice({ t: "Cleaning of kitchens", ...hale }), known).match).toBeNull();
});
