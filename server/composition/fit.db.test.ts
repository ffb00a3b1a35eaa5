import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import {
  auditEvents,
  collectionMembers,
  collections,
  dependents,
  evidence,
  opportunities,
  opportunityDocuments,
  renditions,
  requirements,
} from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { anIndexedDocument } from "@/server/knowledge/retrieval/an-indexed-document";
import { computeFit, listUndecided, refreshPlainFactors } from "@/server/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { asCaller, signedIn } from "./testing/as-caller";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

type Home = WorkspaceContext & { userId: string; collectionId: string };
const callerOf = async (person: WorkspaceContext & { userId: string }) =>
  asCaller(await signedIn(person.userId, person.workspace.slug));
const asWorkspace = (ctx: WorkspaceContext) =>
  resolveJobContext({ data: { workspaceId: ctx.workspace.id, userId: null } }, "test");

async function aDocument(ctx: Home, title: string, paragraphs: string[], collectionId = ctx.collectionId) {
  const { db } = await getDatabase();
  const made = await anIndexedDocument(ctx, { collectionId, title, texts: paragraphs });
  let at = 0;
  const blocks = paragraphs.map((text) => {
    const start = at;
    at += text.length + 2;
    return { kind: "paragraph", start, end: start + text.length };
  });
  await db
    .update(renditions)
    .set({ blocks: sql`${JSON.stringify(blocks)}::text::jsonb` })
    .where(eq(renditions.documentId, made.documentId));
  return made;
}

let number = 0;
async function aDemand(
  ctx: Home,
  opportunityId: string,
  text: string,
  values: Partial<typeof requirements.$inferInsert> = {},
) {
  const { db } = await getDatabase();
  const id = newId();
  number += 1;
  await db.insert(requirements).values({
    workspaceId: ctx.workspace.id,
    id,
    opportunityId,
    number,
    text,
    kind: "service",
    isMandatory: true,
    obliged: "contractor",
    position: number,
    origin: "document",
    fingerprint: text,
    ...values,
  });
  return id;
}

const ownWords = [
  "We hold an ISO/IEC 27001 certificate for development and hosting. It covers our data centres in Aarhus and Hamburg.",
  "Customer data is stored in Aarhus and mirrored to Hamburg. It does not leave the European Economic Area. Backups are encrypted and kept for 35 days.",
  "We tell the customer of a security incident within 12 hours after we have noticed it, and send a written report within five working days.",
  "Our staff reach customer systems only through a jump host with two-factor sign-in. Every session is recorded.",
  "Our service desk answers on working days from 7:00 to 19:00. For critical faults an engineer is on call at any time of day.",
  "Over the last 24 months our hosted systems were available 99.94 per cent of the time. The longest outage lasted 52 minutes.",
  "Each customer has a named service manager and a deputy.",
  "All pages for the public meet WCAG 2.2 level AA. An outside firm tested our booking pages and found no failure.",
  "We build and run web applications for public bodies with React, Node.js and PostgreSQL. Our developers deploy to AWS GovCloud with Terraform.",
  "Between 2027 and 2030 we migrated nine document archives from paper into searchable repositories, with OCR in six languages.",
  "Our 42 engineers include certified Scrum masters and two user researchers who test prototypes with citizens.",
  "Our painting crews coat steel bridges under traffic with containment of lead dust.",
  "We train users on site and by video, with handbooks in German and English. Trainers visit each office twice a year.",
  "Every release passes automated unit, integration and security tests, and a penetration test by an outside firm once a year. We fix critical vulnerabilities within seven days.",
  "Each month the customer receives a report of availability, incidents and open tickets, with an invoice that lists hours by person.",
];
/** What a company says of itself besides: about as much again. */
const furtherWords = [
  "The company was founded in 1994 by three printers who had kept the presses of a newspaper. It has belonged to its employees since 2009, and nobody holds more than four per cent of it.",
  "Our canteen cooks with vegetables from the region. Whoever comes by bicycle finds a shed with sockets, and whoever comes by train is paid the ticket.",
  "Apprentices spend their first year in all departments and choose where they stay. Nine of the last ten have stayed.",
  "The works council meets every second Tuesday. Its minutes hang beside the coffee machine and are read more often than the newsletter.",
  "Once a year everybody leaves the desk for two days to plant trees, mend the allotments of the neighbours or read aloud in the primary school.",
  "We measure what we emit. Since 2019 electricity comes from two turbines near the coast, and flights within the country are not booked any more.",
  "Suppliers are paid within fourteen days. Complaints go to a mailbox that two people outside the management read, and their answers are published without names.",
  "The archive in the cellar keeps the first order book, a hand press and the letters of thanks. School classes come to see it and may set their own names in lead.",
  "Rooms are named after rivers. The largest seats eighty and is lent to clubs of the quarter in the evening, with coffee, without rent.",
  "Our founders wrote down seven rules. The shortest one is to say no early; the one that is quoted most often is to leave a place as one would like to find it.",
];
const covered = [
  "The contractor shall hold a valid ISO 27001 certificate for hosting.",
  "The Contractor shall store all customer data within the European Economic Area.",
  "The contractor must notify the customer of security incidents within 24 hours.",
  "Access to systems shall require multi-factor authentication.",
  "The supplier shall provide a service desk on working days.",
  "The system must be available 99.9 percent of the time each month.",
  "The Contractor shall name a service manager for the contract.",
  "All public pages shall conform to WCAG 2.1 AA.",
  "The contractor shall develop the web application using React and Node.js.",
  "The quoter must have experience deploying to AWS.",
  "The contractor shall perform security testing, including penetration tests, annually.",
  "The contractor shall deliver monthly status reports to the contracting officer.",
  "The contractor shall conduct usability testing with users.",
  "The team shall include a certified Scrum master.",
  "The contractor shall scan paper documents and make them searchable by OCR.",
  "The contractor shall contain lead dust while blasting and painting the bridge.",
  "Critical vulnerabilities must be remediated within 30 days.",
  "Backups shall be encrypted.",
];
const uncovered = [
  "The contractor shall deliver 4,000 hot meals each day to the schools named in Annex 2.",
  "The offeror shall provide armed guards at all entrances.",
  "The contractor shall maintain elevators and escalators in building 7.",
  "The contractor shall supply two diesel locomotives.",
  "The laboratory must be accredited under ISO 17025 for water samples.",
  "The contractor shall translate court hearings from Arabic and Dari.",
  "The vendor shall collect household waste weekly.",
  "The contractor shall hold a Top Secret facility clearance.",
  "The contractor shall build a blockchain ledger for land titles.",
  "Pilots must hold a commercial licence with instrument rating.",
  "The contractor shall provide satellite imagery of the border region each week.",
  "The contractor shall mow the lawns and remove snow from all walkways.",
  "The supplier shall deliver 300 laptops with docking stations.",
  "The contractor shall carry out clinical trials of the vaccine.",
  "The contractor shall operate the call center for 2,500 calls per hour.",
  "The contractor shall design a logo and print 10,000 brochures.",
  "The contractor shall audit the financial statements of the agency.",
  "The contractor shall provide actuarial valuations of the pension fund.",
];

test("demands that our own documents answer are told from those that they do not", async () => {
  const owner = await aWorkspace();
  await aDocument(owner, "Past answers", ownWords);
  await aDocument(owner, "Our company", furtherWords);
  const judge = async (texts: string[]) => {
    const { id } = await anOpportunity(owner, {});
    for (const text of texts) await aDemand(owner, id, text);
    await computeFit(await asWorkspace(owner), id);
    const { factors } = await (await callerOf(owner)).fit.get({ opportunityId: id });
    return factors.find(({ factor }) => factor === "capability");
  };
  const [ours, others] = [await judge(covered), await judge(uncovered)];
  expect(Math.round((ours?.score ?? 0) * covered.length)).toBeGreaterThanOrEqual(covered.length - 1);
  expect(Math.round((others?.score ?? 1) * uncovered.length)).toBeLessThanOrEqual(1);
  expect(ours?.basis[0]?.document?.title).toBe("Past answers");
  expect(ours?.explanation).toMatch(/^Your own documents hold evidence for 1[78] of 18 demands\.$/);
});

test("a library of a page says what we can do, never what we cannot; without more there is no percentage", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  const { id } = await anOpportunity(owner, { title: "Rail and border services" });
  const known = await anOpportunity(owner, { title: "Known to be poor" });
  for (const text of uncovered) await aDemand(owner, id, text);
  const weigh = () => caller.fit.compute({ opportunityId: id });
  const first = await weigh();
  expect(first).toMatchObject({ score: null, known: 0, missing: ["documents", "library", "profile"] });
  await aDocument(owner, "About us", ["We paint bridges.", "Our office is in Bremen."]);
  const { factors, ...fit } = await weigh();
  expect(factors.find(({ factor }) => factor === "capability")).toMatchObject({
    score: null,
    explanation:
      "The library holds too little of your own to say what you cannot do (1 document, not two pages together).",
  });
  expect(fit.score).toBeNull();
  // A whole library without a word of it says that we do not: known, and still too little for a score.
  await aDocument(owner, "Past answers", ownWords);
  await aDocument(owner, "Our company", furtherWords);
  const full = await weigh();
  expect(full.factors.find(({ factor }) => factor === "capability")?.score).toBeLessThan(0.1);
  expect(full).toMatchObject({ score: null, known: 1, missing: ["documents", "profile"] });
  expect(full.summary).toBe(
    "Too little known for a score: 1 of 8 factors (25% of the weight). It takes 2 factors and 30% of the weight.",
  );
  const { db } = await getDatabase();
  await db.update(opportunities).set({ fitScore: 0.1, fitKnown: 4 }).where(eq(opportunities.id, known.id));
  for (const descending of [true, false]) {
    const list = await caller.opportunities.list({ sort: "fit", descending });
    expect(list.opportunities.map((row) => [row.id, row.fitScore, row.fitKnown])).toEqual([
      [known.id, expect.closeTo(0.1), 4],
      [id, null, 1],
    ]);
  }
  const board = await caller.opportunities.board({});
  expect(board.columns.flatMap(({ cards }) => cards).find((card) => card.id === id)).toMatchObject({
    fitScore: null,
    fitKnown: 1,
  });
});

test("tender documents, restricted collections and other workspaces are no library; weighing again leaves nothing behind", async () => {
  const [owner, other] = [await aWorkspace(), await aWorkspace()];
  const { db } = await getDatabase();
  const workspaceId = owner.workspace.id;
  const collectionId = newId();
  await db
    .insert(collections)
    .values({ workspaceId, id: collectionId, number: 1, name: "Quiet", visibility: "restricted" });
  await db.insert(collectionMembers).values({ workspaceId, collectionId, userId: owner.userId });
  const { id } = await anOpportunity(owner, {});
  await aDemand(owner, id, "Backups shall be encrypted.");
  const words = ["Backups are encrypted and kept for 35 days."];
  const tender = await aDocument(owner, "The tender itself", words);
  await db.insert(opportunityDocuments).values({ workspaceId, opportunityId: id, documentId: tender.documentId });
  await aDocument(owner, "Quiet words", words, collectionId);
  await aDocument(other, "Foreign words", words);
  const capability = async () => {
    await computeFit(owner, id);
    const { factors } = await (await callerOf(owner)).fit.get({ opportunityId: id });
    return factors.find(({ factor }) => factor === "capability");
  };
  expect(await capability()).toMatchObject({ score: null });
  await aDocument(owner, "Past answers", words);
  expect(await capability()).toMatchObject({ score: 1 });
  for (let again = 0; again < 2; again++) await capability();
  expect(await db.select().from(dependents).where(eq(dependents.dependentId, id))).toHaveLength(1);
  expect(await db.select().from(evidence).where(eq(evidence.workspaceId, workspaceId))).toHaveLength(1);
  await expect(computeFit(await asWorkspace(other), id)).rejects.toMatchObject({ code: "not_found" });
});

test("the score says from how much it comes, follows the weights and stands in the list; own weights stay when it is weighed again", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  await caller.fit.updateProfile({
    profile: {
      places: ["DE"],
      minValue: 100,
      maxValue: 200,
      currency: "EUR",
      bidDays: 5,
      setAsides: ["SDVOSB"],
      categories: ["CPV:50"],
    },
  });
  const { id } = await anOpportunity(owner, {
    categories: ["CPV:50750000"],
    country: "DE",
    valueAmount: "400.00",
    valueCurrency: "EUR",
    setAside: "8(a)",
    submissionAt: new Date(Date.now() + 40 * 86_400_000),
  });
  const fit = await caller.fit.compute({ opportunityId: id });
  // capability 25 × 0.75, eligibility 20 × 0, value 10 × 0.5, place 10 × 1, time 15 × 1
  const others = 25 * 0.75 + 30;
  expect(fit.score).toBeCloseTo(others / 80);
  expect(fit.summary).toBe("61 of 100, from 5 of 8 factors (80% of the weight)");
  // The fifth that is unknown may be all for us or all against us.
  expect([fit.low, fit.high]).toEqual([expect.closeTo((25 * 0.5 + 30) / 100), expect.closeTo((25 + 30 + 20) / 100)]);
  expect(fit.blockers).toEqual(["8(a) is a condition that your profile does not meet (0 of 1 stated conditions met)."]);
  expect(await caller.opportunities.get({ id })).toMatchObject({ hasBlocker: true });
  const weighed = await caller.fit.setWeight({ opportunityId: id, factor: "eligibility", weight: 0 });
  expect(weighed.score).toBeCloseTo(others / 60);
  const { db } = await getDatabase();
  const trail = await db.select().from(auditEvents).where(eq(auditEvents.action, "opportunity.set_factor_weight"));
  expect(trail).toMatchObject([{ subjectId: id, detail: { factor: "eligibility", weight: 0 } }]);
  await refreshPlainFactors(await asWorkspace(owner), id);
  const after = await caller.fit.get({ opportunityId: id });
  expect(after.factors.find(({ factor }) => factor === "eligibility")).toMatchObject({ weight: 0, isOwnWeight: true });
  expect((await caller.opportunities.get({ id })).fitScore).toBeCloseTo(others / 60);
});

test("what has ended is not weighed, and an outcome concerns the like", async () => {
  const owner = await aWorkspace();
  const [a, b, c, done] = [
    await anOpportunity(owner, { buyer: "City", categories: ["CPV:45000000"] }),
    await anOpportunity(owner, { buyer: "Else", categories: ["CPV:45100000"] }),
    await anOpportunity(owner, { buyer: "Else", categories: ["CPV:72000000"] }),
    await anOpportunity(owner, { buyer: "City", categories: ["CPV:45000000"], outcome: "won" }),
  ];
  const job = await asWorkspace(owner);
  expect((await listUndecided(job)).sort()).toEqual([a.id, b.id, c.id].sort());
  expect((await listUndecided(job, { likeId: done.id })).sort()).toEqual([a.id, b.id].sort());
  await refreshPlainFactors(job, a.id);
  const { factors } = await (await callerOf(owner)).fit.get({ opportunityId: a.id });
  expect(factors.find(({ factor }) => factor === "outcomes")).toMatchObject({
    explanation: expect.stringContaining("The one like opportunity was won"),
    basis: [{ kind: "opportunity", id: done.id }],
  });
});

test("lines for the profile are proposed from the own documents, each with its words, and nothing is taken over by itself", async () => {
  const owner = await aWorkspace();
  await aDocument(owner, "Past answers", ownWords);
  await aDocument(owner, "About us", [
    "We hold ISO 9001 and ISO/IEC 27001. Our offices are in Hamburg, Germany.",
    "We provide maintenance of lifts for public buildings.",
    "Sales are good.",
  ]);
  const caller = await callerOf(owner);
  const { proposals, read } = await caller.fit.proposeProfile({});
  expect(read).toBe(2);
  const lines = (field: string) => proposals.filter((one) => one.field === field).map(({ value }) => value);
  expect(lines("certifications")).toEqual(expect.arrayContaining(["ISO/IEC 27001", "ISO 9001"]));
  expect(lines("places")).toContain("DE");
  expect(lines("capabilities").join("\n")).toMatch(/maintenance of lifts for public buildings/i);
  expect(proposals.find(({ value }) => value === "ISO/IEC 27001")?.documents).toBe(2);
  for (const { quote, document } of proposals) expect(quote.length && document.title.length).toBeGreaterThan(0);
  expect((await caller.fit.profile({})).profile.certifications).toEqual([]);
  await caller.fit.updateProfile({ profile: { certifications: ["ISO/IEC 27001"] } });
  const again = await caller.fit.proposeProfile({});
  expect(again.proposals.filter(({ value }) => value === "ISO/IEC 27001")).toEqual([]);
  await expect((await callerOf(await aMember(owner, "viewer"))).fit.proposeProfile({})).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
