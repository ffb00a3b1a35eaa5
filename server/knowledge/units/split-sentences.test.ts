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
    // Hours, and what may still belong to them.
    ["Doors close at 5 p.m. Questions are answered in writing.", 2],
    ["It opens at 9 A.M. Registration is free. It ends at 5 P.M. EDT. Bring an ID.", 4],
    ["Office hours are 8 a.m. to 5 p.m. Monday through Friday.", 1],
    ["Call 8 a.m. – 5 p.m. Mon. - Fri. or write. It is free.", 2],
    ["Bids close at 5 p.m. Pacific Daylight Time on 3 May.", 1],
    ["Bids close at 2 p.m. CET. Wait for it.", 2],
    ["Bids close at 2 p.m. (Eastern). Wait for it.", 2],
    // Firms, places and titles.
    ["Send it to Acme Corp. Payment is made monthly.", 2],
    ["The vendor is Acme, Inc. Payment terms are net 30.", 2],
    ["The vendor, Acme Co. Ltd. of Leeds, signs. Acme Inc. Services Division signs, too.", 2],
    ["It is managed by the U.S. Department of Labor. Offers go to GSA.", 2],
    ["The work is done for the U.S. Offers from abroad are refused.", 2],
    ["The U.S. Government is the buyer. Mrs. Jones is away. Call Gen. Smith.", 3],
    ["Ask J. Smith. Dr. Who will not answer.", 2],
    // Days, months and measures.
    ["Submit on Mon. Bids close on Tue. No bids are taken on Wed.", 3],
    ["Submit by 1 Jan. Bids open in Feb. Award is in Mar. 2026.", 3],
    ["It is open Mon. Tue. and Fri. Aug. 3 is a holiday.", 1],
    ["The width is 3 ft. Depth is firm. The base is Ft. Meade.", 3],
    ["The budget is approx. $5 million. Travel costs max. $500 a day.", 2],
    // What is pointed at.
    ["See attachment no. 4 and Fig. 3. Refer to Sec. B of Vol. II. Then Sec. C.", 3],
    ["Fill in Attachment B. Late offers are refused.", 2],
    ["The fee is 5%. § 4 applies. $5 is due. Siehe gem. § 5 VOB. See Art. § 3.", 5],
    // Footnotes, dashes, quotation marks and brackets.
    ["Offers are due today.[1] Late ones are refused.² The rest is void.*", 3],
    ["Offers are due today. – Late ones are refused. — No exceptions.", 3],
    ["“Offers are due.” “No late offers.” «Merci.» (See below.) It applies.", 5],
    ["Bids (see Sec. 4.) Late ones are refused.", 2],
    // Marks of a list that stand in the line.
    ["Provide: 1. A plan. 2. A price. 3. A sign.", 3],
    ["Copies: 1. Bids are sealed.", 2],
    ["Bring forms, samples, etc. Bids are due. Bring pens, etc. by May.", 3],
  ])("%s", (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it("covers every character that is not white space", () => {
    const text = "  One.  Two e.g. three.\tFour ";
    expect(split(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });
});
