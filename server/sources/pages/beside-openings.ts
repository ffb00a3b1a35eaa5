import { isSameSite } from "@/lib/canonical-url";
import type { PageAnalysis } from "./analyse-page";

type Link = PageAnalysis["content"]["links"][number];
type Openings = NonNullable<PageAnalysis["listing"]>["records"];

export interface Beside {
  url: string;
  kind: "page" | "listing";
}

/** What the parts of a board beside its openings are called: where one works, with whom, how one applies and what is offered. */
const aboutWork =
  /^(?:our )?(?:places|locations|offices|sites|teams?|departments|people|benefits|perks|culture|life at .{2,30}|working (?:here|at .{2,30})|how (?:we hire|to apply)|(?:hiring|application) process|standorte|bereiche|abteilungen|vorteile|bewerbungsprozess|so bewerben sie sich|arbeiten bei .{2,30}|implantations|équipes|métiers|avantages|nos (?:sites|équipes|métiers)|sedes|equipos|ventajas|beneficios|sedi|vantaggi|locaties|voordelen)$/iu;
/** What stands beside a department's name in the link to its openings, and how many they are. */
const openingsWord =
  /(?:\(\s*\d+\s*\)|(?<!\p{L})(?:all|jobs?|careers?|roles?|openings?|positions?|vacanc(?:y|ies)|stellen(?:angebote)?|offres?(?: d['’]emploi)?|emplois?|empleos?|lavoro|vacatures?)(?!\p{L}))/giu;
/** One link may be called like a value by chance. */
const fewestGroups = 2;
const mostGroups = 40;
/** A title, a pay or a sentence names no group of openings. */
const longestGroup = 60;

/**
 * What belongs to a board beside its openings: pages below theirs or under names of their own on how one applies and what is offered, lists of the
 * openings of a department or a place, and the front page of the board.
 */
export function besideOpenings(url: string, links: readonly Link[], openings: Openings): Beside[] {
  const path = `${pathOf(url).replace(/\/$/, "")}/`;
  const isBelow = (link: Link) => link.inMain && path !== "/" && pathOf(link.url).startsWith(path);
  const own = links.filter((link) => !link.isFrame && !/\bnofollow\b/.test(link.rel) && isSameSite(link.url, url));
  const about = own.filter((link) => isBelow(link) || (aboutWork.test(link.text.trim()) && isBare(link.url)));
  const groups = groupsOf(url, own, openings);
  const front = frontOf(url, own, openings, groups);
  return [
    ...groups.map((one) => ({ url: one, kind: "listing" as const })),
    ...[...about.map((link) => link.url), ...front].map((one) => ({ url: one, kind: "page" as const })),
  ];
}

/** Lists of the openings that share what each of them says in one place, its department or where it is: what such a list is called says which. */
function groupsOf(url: string, links: readonly Link[], openings: Openings): string[] {
  const taken = new Set([url, ...openings.map((one) => one.url ?? "")].map(pathOf));
  const named = links.flatMap((link) =>
    isBare(link.url) && !taken.has(pathOf(link.url)) ? [{ name: nameOf(link.text), url: link.url }] : [],
  );
  const found = new Set<string>();
  for (const values of valuesOf(openings)) {
    const urls = new Map(named.flatMap((one) => (values.has(one.name) ? [[one.name, one.url] as const] : [])));
    if (new Set(urls.values()).size < fewestGroups) continue;
    for (const one of urls.values()) found.add(one);
  }
  return [...found].slice(0, mostGroups);
}

/** What the openings say, field by field. */
function valuesOf(openings: Openings): Set<string>[] {
  const values = new Map<string, Set<string>>();
  for (const { title, fields } of openings)
    for (const [field, value] of Object.entries(fields)) {
      const name = nameOf(value);
      if (value === title || name === "" || name.length > longestGroup) continue;
      values.set(field, (values.get(field) ?? new Set()).add(name));
    }
  return [...values.values()];
}

function nameOf(text: string): string {
  const name = text.replace(openingsWord, " ").replace(/\s+/g, " ").trim().toLowerCase();
  return name.replace(/^[\s,:·|–-]+|[\s,:·|–-]+$/g, "");
}

/** Hosts of their own that boards are kept on. */
const boardHost = /^(?:jobs?|careers?|karriere|stellen|recrutement|emplois?|empleo|lavoro|werkenbij)\./i;

/** The folder that holds the list, its groups and all openings is the board's; the top of a whole site is it only where nothing but the board is known to be there. */
function frontOf(url: string, links: readonly Link[], openings: Openings, groups: readonly string[]): string[] {
  const urls = openings.flatMap((one) => (one.url && isSameSite(one.url, url) ? [one.url] : []));
  const folder = commonFolder([url, ...urls, ...groups]);
  const isBoard = folder !== "/" || groups.length > 0 || boardHost.test(URL.parse(url)?.host ?? "");
  if (urls.length === 0 || !isBoard) return [];
  const isFront = (link: Link) => isBare(link.url) && `${pathOf(link.url).replace(/\/$/, "")}/` === folder;
  return links.filter((link) => isFront(link) && pathOf(link.url) !== pathOf(url)).map((link) => link.url);
}

function commonFolder(urls: readonly string[]): string {
  const [first = [], ...others] = urls.map((url) => pathOf(url).split("/").slice(0, -1));
  let length = first.length;
  for (const parts of others) while (parts.slice(0, length).join("/") !== first.slice(0, length).join("/")) length--;
  return `${first.slice(0, length).join("/")}/`;
}

const isBare = (url: string) => !URL.parse(url)?.search;

function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? "";
}
