import { describe, expect, it } from "vitest";
import { splitSentences } from "./split-sentences";

const split = (text: string) => splitSentences(text).map((span) => text.slice(span.start, span.end));

describe("splitSentences", () => {
  it.each([
    ["Send it by 5 p.m. Eastern. Late offers are refused.", 2],
    ["Offers are due at 5 p.m. The box closes then.", 2],
    ["Ask by 3:00PM EST. 18 firms did. Est. 1906 it was.", 3],
    ["See Section No. 4 of the U.S. Government terms. It applies.", 2],
    ["Use open standards, e.g. WCAG, i.e. not your own.", 1],
    ["Mr. J. Smith signs. No. We do.", 3],
    ["Version 2.8 is needed. 3.0 is fine.", 2],
    ["1. Provide a plan.", 1],
    ["10.1.2. Les licences sont délivrées. Elles durent.", 2],
    ["The price (incl. tax) is $1.5 million. It is fixed.", 2],
    ["What is due? A plan! And more...", 3],
    ["The Contractor, Inc. shall deliver. Acme Ltd. The rest follows.", 3],
    ["Die Frist endet am 15. März 2026 um 12 Uhr. Nachreichungen, z. B. Formulare, gelten nicht.", 2],
    ["Gemäß Abs. 3 und Art. 5 gilt dies. Die 3. Auflage zählt.", 2],
    ["Les offres, p. ex. celles de M. Dupont, arrivent avant midi. Merci.", 2],
    ['He said "Stop." Then he left.', 2],
    ["Items are priced; options too: see below", 1],
  ])("%s", (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it("covers every character that is not white space", () => {
    const text = "  One.  Two e.g. three.\tFour ";
    expect(split(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });
});
