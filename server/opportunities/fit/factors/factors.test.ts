import { expect, test } from "vitest";
import type { FitFacts } from "../fit-facts";
import { askedIdeas, capabilityFactor } from "./capability";
import { eligibilityFactor } from "./eligibility";
import { incumbencyFactor } from "./incumbency";
import { namedCertificates, sameCertificate } from "./named-certificates";
import { competitionFactor, outcomesFactor } from "./past";
import { placeFactor } from "./place";
import { judgeSubject } from "./subject";
import { timeFactor } from "./time";
import { valueFactor } from "./value";

type Overrides = {
  opportunity?: Partial<FitFacts["opportunity"]>;
  profile?: Partial<FitFacts["profile"]>;
} & Partial<Omit<FitFacts, "opportunity" | "profile">>;

function facts({ opportunity, profile, ...rest }: Overrides = {}): FitFacts {
  return {
    workspaceName: "Acme",
    opportunity: {
      id: "o",
      title: "Bridge painting",
      summary: null,
      buyer: "City of Bremen",
      valueAmount: null,
      valueCurrency: null,
      country: null,
      place: null,
      categories: [],
      setAside: null,
      submissionAt: null,
      submissionDate: null,
      submissionLastAt: null,
      ...opportunity,
    },
    profile: {
      capabilities: [],
      places: [],
      categories: [],
      certifications: [],
      minValue: null,
      maxValue: null,
      currency: null,
      exclusions: [],
      setAsides: [],
      bidDays: null,
      incumbentAt: [],
      ...profile,
    },
    fields: [],
    demands: [],
    ended: [],
    usualDemands: null,
    now: new Date("2031-05-01T12:00:00Z"),
    ...rest,
  };
}
const empty = { documents: 0, characters: 0 };
const demand = (text: string, kind: FitFacts["demands"][number]["kind"] = "service", isMandatory = true) => ({
  id: text,
  number: 1,
  ref: null,
  text,
  leadIn: null,
  kind,
  isMandatory,
  evidenceId: null,
});
const ended = (outcome: FitFacts["ended"][number]["outcome"], more: Partial<FitFacts["ended"][number]> = {}) => ({
  id: "p",
  title: "Past",
  buyer: "City of Bremen",
  categories: ["CPV:45442100"],
  outcome,
  isAwarded: false,
  ...more,
});

test("without data every factor is unknown, weighs nothing and says why", () => {
  for (const result of [
    eligibilityFactor(facts()),
    valueFactor(facts()),
    placeFactor(facts()),
    timeFactor(facts()),
    incumbencyFactor(facts()),
    competitionFactor(facts()),
    outcomesFactor(facts()),
    capabilityFactor(facts(), askedIdeas(facts()), [], empty),
  ]) {
    expect(result).toMatchObject({ score: null, low: null, high: null, isBlocker: false });
    expect(result.explanation).toMatch(/\.$/);
  }
});

test("a set-aside that is not ours is a blocker, one that nobody has told us about is unknown, and open to all is none", () => {
  const aside = { setAside: "Total Small Business Set-Aside" };
  expect(eligibilityFactor(facts({ opportunity: aside, profile: { setAsides: ["HUBZone"] } }))).toMatchObject({
    score: 0,
    isBlocker: true,
  });
  expect(eligibilityFactor(facts({ opportunity: aside, profile: { setAsides: ["Small Business"] } })).score).toBe(1);
  expect(eligibilityFactor(facts({ opportunity: aside }))).toMatchObject({ score: null, isBlocker: false });
  expect(eligibilityFactor(facts({ opportunity: { setAside: "Full and open competition" } })).score).toBeNull();
});

test("a certificate that is demanded and not held is a blocker; wishes and other editions are none", () => {
  const demands = [demand("The vendor must hold ISO/IEC 27001:2022 and SOC 2 Type II.", "security")];
  const held = (certifications: string[]) => eligibilityFactor(facts({ demands, profile: { certifications } }));
  expect(held(["ISO 27001", "SOC 2 Type II"])).toMatchObject({ score: 1, isBlocker: false });
  expect(held(["ISO 9001"]).explanation).toContain("ISO/IEC 27001, SOC 2 Type II are conditions that");
  expect(held([])).toMatchObject({ score: null, isBlocker: false });
  const wish = [demand("ISO 27001 is welcome.", "security", false)];
  expect(eligibilityFactor(facts({ demands: wish, profile: { certifications: ["ISO 9001"] } })).score).toBeNull();
});

test("certificates are read by their names", () => {
  expect(namedCertificates("ISO 9001, ISO/IEC 27001:2022 and Cyber Essentials Plus, level 3")).toEqual([
    "ISO 9001",
    "ISO/IEC 27001",
    "Cyber Essentials Plus",
  ]);
  expect(sameCertificate("DIN EN ISO 9001:2015", "ISO 9001")).toBe(true);
  expect(sameCertificate("Cyber Essentials", "Cyber Essentials Plus")).toBe(false);
});

test("sizes are compared in one currency only", () => {
  const profile = { minValue: 100_000, maxValue: 1_000_000, currency: "EUR" };
  const score = (valueAmount: string, valueCurrency: string | null) =>
    valueFactor(facts({ opportunity: { valueAmount, valueCurrency }, profile })).score;
  expect(score("500000.00", "EUR")).toBe(1);
  expect(score("50000.00", "EUR")).toBe(0.5);
  expect(score("4000000.00", "EUR")).toBe(0.25);
  expect(score("500000.00", "USD")).toBeNull();
  expect(score("500000.00", null)).toBeNull();
});

test("places are found by country code, country name and town", () => {
  const score = (country: string | null, place: string | null, places: string[]) =>
    placeFactor(facts({ opportunity: { country, place }, profile: { places } })).score;
  expect(score("DE", null, ["DE"])).toBe(1);
  expect(score("DE", "Bremen", ["Germany"])).toBe(1);
  expect(score(null, "Port of Bremen", ["Bremen"])).toBe(1);
  expect(score("FR", "Lyon", ["DE", "Bremen"])).toBe(0);
  expect(score("FR", "Lyon", [])).toBeNull();
  expect(score(null, "The primary place of performance will be at the contractor’s facility.", [])).toBe(1);
  expect(score(null, "Work is done remotely.", ["DE"])).toBe(1);
  expect(score(null, "On site in Lyon, or remotely.", ["DE"])).toBe(0);
  expect(score(null, "Not at the contractor's facility.", [])).toBeNull();
});

test("working days left are weighed against what the bid takes; a date that has passed is a blocker", () => {
  const opportunity = { submissionAt: new Date("2031-05-15T10:00:00Z") };
  const ten = timeFactor(facts({ opportunity, profile: { bidDays: 10 } }));
  expect(ten.score).toBeCloseTo(10 / 10 / 1.5);
  expect(ten.explanation).toContain("10 working days are left");
  const large = facts({ opportunity, profile: { bidDays: 10 }, demands: Array(320).fill(demand("x")) });
  expect(timeFactor(large).score).toBeCloseTo(10 / 20 / 1.5);
  expect(timeFactor({ ...large, usualDemands: 320 }).score).toBeCloseTo(10 / 10 / 1.5);
  expect(timeFactor(facts({ opportunity })).score).toBeNull();
  expect(timeFactor(facts({ opportunity: { submissionDate: "2031-04-30" } }))).toMatchObject({
    isBlocker: true,
    score: 0,
  });
  expect(timeFactor(facts({ opportunity: { submissionDate: "2031-05-01" } })).isBlocker).toBe(false);
  // The later of two dates that disagree may hold.
  const disagreeing = (day: string) => ({ submissionDate: "2031-04-30", submissionLastAt: new Date(day) });
  expect(timeFactor(facts({ opportunity: disagreeing("2031-05-09") }))).toMatchObject({
    isBlocker: false,
    score: null,
  });
  expect(timeFactor(facts({ opportunity: disagreeing("2031-04-30") })).isBlocker).toBe(true);
});

test("an incumbent named in the documents counts against us, unless it is us", () => {
  const named = (text: string) => [{ name: "incumbent" as const, text, evidenceId: null }];
  expect(incumbencyFactor(facts({ fields: named("Other Ltd") })).score).toBe(0.25);
  expect(incumbencyFactor(facts({ fields: named("ACME GmbH") })).score).toBe(1);
  expect(incumbencyFactor(facts({ profile: { incumbentAt: ["city of bremen"] } })).score).toBe(1);
});

test("past outcomes are a chance with its interval, wide while cases are few, of like opportunities only", () => {
  const opportunity = { categories: ["CPV:45442000"] };
  const of = (past: FitFacts["ended"]) => outcomesFactor(facts({ opportunity, ended: past }));
  const one = of([ended("won"), ended("no_bid"), ended("won", { buyer: "Else", categories: ["CPV:72000000"] })]);
  expect(one.score).toBeCloseTo(2 / 3);
  expect((one.high ?? 0) - (one.low ?? 0)).toBeGreaterThan(0.6);
  expect(one.explanation).toContain("so few");
  const many = of([...Array(30).fill(ended("won")), ...Array(10).fill(ended("lost"))]);
  expect(many.score).toBeCloseTo(31 / 42);
  expect((many.high ?? 0) - (many.low ?? 0)).toBeLessThan(0.25);
  expect(many.explanation).toContain("Of 40 like opportunities, 30 were won");
});

test("awards of the same buyer and trade show who else there is", () => {
  const opportunity = { categories: ["CPV:45442000"] };
  const seen = competitionFactor(
    facts({
      opportunity,
      ended: [ended(null, { isAwarded: true }), ended("won"), ended(null, { isAwarded: true, buyer: "X" })],
    }),
  );
  expect(seen.score).toBeCloseTo(0.5);
  expect(seen.explanation).toBe("2 awards of this buyer in this trade have been seen; 1 went to others.");
});

test("capability is the share of mandatory demands of ours with evidence; rules of the offer itself do not count", () => {
  const given = facts({
    demands: [
      demand("Paint the bridge."),
      demand("Hold a safety briefing weekly."),
      demand("Nice colours.", "service", false),
      demand("Send two copies.", "submission-instruction"),
    ],
  });
  const asked = askedIdeas(given);
  expect(asked.ideas.map(({ text }) => text)).toEqual(["Paint the bridge.", "Hold a safety briefing weekly."]);
  const result = capabilityFactor(given, asked, [{ evidenceId: "e", quote: "We paint bridges." }, null], {
    documents: 3,
    characters: 9000,
  });
  expect(result).toMatchObject({ score: 0.5, explanation: "Your own documents hold evidence for 1 of 2 demands." });
  expect(result.basis.map(({ kind }) => kind)).toEqual(["evidence", "requirement"]);
  const withLine = { ...given, profile: { ...given.profile, capabilities: ["safety briefing"] } };
  expect(capabilityFactor(withLine, asked, [null, null], empty).score).toBe(0.5);
});

test("many demands are sampled evenly, none read means the title is looked up, and what we never do is a blocker", () => {
  const many = facts({ demands: Array.from({ length: 300 }, (_, at) => demand(`Demand ${at}`)) });
  const asked = askedIdeas(many);
  expect([asked.ideas.length, asked.of]).toEqual([60, 300]);
  expect(asked.ideas.at(-1)?.text).toBe("Demand 295");
  expect(
    askedIdeas(facts({ opportunity: { summary: "We need painters. Soon!" } })).ideas.map(({ text }) => text),
  ).toEqual(["Bridge painting", "We need painters."]);
  const never = facts({ profile: { exclusions: ["bridge"] } });
  expect(capabilityFactor(never, askedIdeas(never), [], empty)).toMatchObject({ isBlocker: true, score: 0 });
});

test("without a library the trade alone says little", () => {
  const of = (categories: string[]) => {
    const given = facts({ opportunity: { categories: ["CPV:45442100"] }, profile: { categories } });
    return capabilityFactor(given, askedIdeas(given), [], empty);
  };
  expect(of(["CPV:45"])).toMatchObject({ score: 0.75, low: 0.5, high: 1 });
  expect(of(["CPV:72"])).toMatchObject({ score: 0.25, low: 0, high: 0.5 });
});

test("in a small library only what is found says something", () => {
  const given = facts({ demands: ["a bridge", "a road", "a tunnel"].map((text) => demand(`Build ${text}.`)) });
  const asked = askedIdeas(given);
  const small = { documents: 2, characters: 900 };
  const found = { evidenceId: "e", quote: "We build bridges." };
  expect(capabilityFactor(given, asked, [found, null, null], small)).toMatchObject({
    score: null,
    explanation:
      "The library holds too little of your own to say what you cannot do (2 documents, not two pages together); 1 of 3 were found all the same.",
  });
  expect(capabilityFactor(given, asked, [found, found, null], small).score).toBeCloseTo(2 / 3);
  expect(capabilityFactor(given, asked, [null, null, null], { documents: 2, characters: 3000 }).score).toBe(0);
});

test("boilerplate that anybody's library answers makes no lift ours: what a tender is about counts", () => {
  const given = facts({
    opportunity: { title: "Lift maintenance and call-out", summary: "Forty lifts in council houses." },
    profile: { capabilities: ["records software", "booking and scheduling", "hosting and support of software"] },
    demands: [
      demand("A report is sent each month."),
      demand("Lifts are greased weekly."),
      demand("Doors are adjusted once a year."),
    ],
  });
  const asked = askedIdeas(given);
  const report = { evidenceId: "e", quote: "Every customer receives a monthly report." };
  const large = { documents: 4, characters: 9000 };
  const lifts = capabilityFactor(given, asked, [report, null, null], large, [false, false]);
  expect(lifts.score).toBeCloseTo(1 / 12);
  expect(lifts.explanation).toBe(
    "Your own documents hold evidence for 1 of 3 demands. What it is about, “Lift maintenance and call-out”, is found neither in your profile nor in your library, so that little of it counts.",
  );
  expect(lifts.high).toBeLessThan(0.25);
  // A passage of the library about it, a line of the profile or the trade's code make it ours.
  expect(capabilityFactor(given, asked, [report, null, null], large, [true, false]).score).toBeCloseTo(1 / 3);
  const doing = { ...given, profile: { ...given.profile, capabilities: ["lift repair", "gates", "cranes"] } };
  expect(capabilityFactor(doing, asked, [report, null, null], large, [false, false]).score).toBeCloseTo(1 / 3);
});

test("what a tender is about is judged by the words that make a trade, never from too little", () => {
  const judged = (title: string, capabilities: string[], known: { summary?: string; shown?: number } = {}) =>
    judgeSubject(facts({ opportunity: { title, summary: known.summary ?? null }, profile: { capabilities } }), {
      isShown: [false],
      isLibraryTelling: false,
      shown: known.shown ?? 0,
    });
  const lines = ["records software", "case management", "hosting and support of software"];
  expect(judged("Maintenance of lifts", lines)).toBe("foreign");
  expect(judged("Extra care support at Orchard Court", lines)).toBe("foreign");
  expect(judged("Records archive digitisation", lines)).toBe("near");
  expect(judged("Case management for trading standards", lines)).toBe("ours");
  expect(judged("Solution of 2031", lines, { summary: "The council wants software for its cemeteries." })).toBe("near");
  expect(judged("RFQ 19-0042", lines, { shown: 0.6 })).toBe("near");
  expect(judged("Maintenance of lifts", lines.slice(0, 2))).toBe("unknown");
  expect(judged("X", lines)).toBe("unknown");
});

test("of a title and a few words of summary, the title says most", () => {
  const capabilities = ["records software", "case management", "booking and scheduling"];
  const of = (title: string, isShown: boolean[]) => {
    const given = facts({
      opportunity: { title, summary: "It is hosted. It is fast. It is new." },
      profile: { capabilities },
    });
    const asked = askedIdeas(given);
    return capabilityFactor(
      given,
      asked,
      asked.ideas.map(() => null),
      { documents: 4, characters: 9000 },
      isShown,
    );
  };
  const ours = of("Case management for trading standards", [false]);
  expect(ours.score).toBeCloseTo((1 / 4 + 1) / 2);
  expect(ours.explanation).toContain("What it is about is what you do.");
  expect(of("Records archive digitisation", [false]).score).toBeCloseTo(0.25);
  expect(of("Road salt for three winters", [false]).score).toBe(0);
});
