import { seededRandom } from "../ground/random";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";

/** 0 is the first reading; on 1 and 2 things change and break; on 3 the site is redesigned and says what it said. */
export type SiteDay = 0 | 1 | 2 | 3;

export interface TruthRecord {
  /** Where it stands in full. */
  page: string;
  title: string;
  /** What is said of it, as it is written there. */
  values: string[];
}

export interface TrueChange {
  /** The pages that show it; the first is the one it belongs to. */
  pages: string[];
  was?: string;
  is?: string;
}

export interface DayTruth {
  /** Paths of every page with something to read. */
  pages: string[];
  records: TruthRecord[];
  /** What is another since the day before. */
  changes: TrueChange[];
  /** Values that a broken template shows no more, though they hold. */
  emptied: { pages: string[]; value: string }[];
  /** Values that go to and fro between readings, with all their readings. */
  flapping: { pages: string[]; values: string[] }[];
}

/** What is another at every request and means nothing. */
export interface Noise {
  token: string;
  build: string;
  visitors: number;
  turn: number;
  isVariant: boolean;
  ago: string;
}

export interface SiteMake {
  /** Where a person would copy the address from. */
  pasted: string;
  answer: (request: SiteRequest, day: SiteDay, noise: Noise) => Reply | null;
  truth: (day: SiteDay) => DayTruth;
}

export interface WatchedSite extends Site<{ day: SiteDay }> {
  address: string;
  truth: (day: SiteDay) => DayTruth;
}

export async function startWatchedSite(make: SiteMake, options: SiteOptions = {}): Promise<WatchedSite> {
  let day: SiteDay = 0;
  const random = seededRandom(71);
  const site = await startSite<{ day: SiteDay }>(
    options,
    (request) => {
      const reply = make.answer(request, day, noiseOf(random, day));
      return (
        reply ?? { status: 404, body: "<!doctype html><title>Not found</title><h1>404</h1><p>Nothing is here.</p>" }
      );
    },
    (change) => {
      day = change.day;
    },
  );
  return { ...site, address: site.origin + make.pasted, truth: make.truth };
}

function noiseOf(random: () => number, day: SiteDay): Noise {
  const token = () => Math.floor(random() * 2 ** 40).toString(36);
  return {
    token: token() + token(),
    build: (4_000_117 + day * 7919).toString(36),
    visitors: 2 + Math.floor(random() * 90),
    turn: Math.floor(random() * 1000),
    isVariant: random() < 0.5,
    ago: `${2 + Math.floor(random() * 50)} minutes ago`,
  };
}

/** `count` of `all`, from another place at each turn. */
export function rotated<T>(all: readonly T[], turn: number, count: number): T[] {
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[(turn + index) % all.length] as T);
}

export const asJson = (value: unknown): Reply => ({
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});

export const asScript = (body: string): Reply => ({
  headers: { "content-type": "text/javascript; charset=utf-8" },
  body,
});
