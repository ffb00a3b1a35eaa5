import { expect, test } from "vitest";
import { readTed } from "./read-ted";

const notice = {
  "publication-number": "100200-2031",
  "publication-date": "2031-04-01+02:00",
  "notice-title": { deu: "Deutschland – Parkpflege", eng: "Germany – Care of parks" },
  "title-proc": { deu: "Pflege der Parks" },
  "buyer-name": { deu: ["Stadt Beispiel"] },
  "buyer-country": ["DEU"],
  "notice-type": "cn-standard",
  "procedure-identifier": "d8e0c26b-6206-4588-85f5-946afb84a001",
  "deadline-receipt-tender-date-lot": ["2031-05-02+02:00"],
  "deadline-receipt-tender-time-lot": ["10:30:00+02:00"],
  "classification-cpv": ["77310000", "77310000"],
  links: { html: { DEU: "https://ted.example/de/100200-2031", ENG: "https://ted.example/en/100200-2031" } },
};

test("a notice of TED's search is read as far as the search was asked for", () => {
  const { notices, refused } = readTed({ notices: [notice, {}], totalNoticeCount: 2 });
  expect(refused).toHaveLength(1);
  expect(notices[0]).toMatchObject({
    scheme: "ted",
    type: "tender",
    status: "open",
    key: "100200-2031",
    procedureKey: "d8e0c26b-6206-4588-85f5-946afb84a001",
    title: "Pflege der Parks",
    buyer: "Stadt Beispiel",
    country: "DE",
    categories: [{ scheme: "CPV", code: "77310000" }],
    url: "https://ted.example/en/100200-2031",
  });
  expect(notices[0]?.deadlines).toMatchObject([{ kind: "submission", at: "2031-05-02T08:30:00.000Z" }]);
});

test("awards and plans are not open", () => {
  const status = (type: string) => readTed({ notices: [{ ...notice, "notice-type": type }] }).notices[0]?.status;
  expect(["pin-only", "can-standard", "veat", "can-modif", "pin-cfc-standard"].map(status)).toEqual([
    "planned",
    "awarded",
    "awarded",
    "awarded",
    "open",
  ]);
});
