import { z } from "zod";
import { htmlToText, readDate } from "../feeds";
import { decodeEntities } from "../xml";
import { type Job, type JobBoard, mostJobs } from "./job-board";
import { jobBoardAddress } from "./job-board-address";

const text = z.string().catch("");
const named = z.object({ name: z.string() }).nullish().catch(null);

const greenhouseJob = z.object({
  id: z.union([z.number(), z.string()]),
  title: z.string(),
  absolute_url: z.string(),
  location: named,
  updated_at: text,
  content: text,
  company_name: text,
  departments: z.array(z.object({ name: z.string() })).catch([]),
});
const leverJob = z.object({
  id: z.string(),
  text: z.string(),
  hostedUrl: z.string(),
  categories: z.object({ location: text, department: text, team: text }).partial().nullish().catch(null),
  createdAt: z.number().nullish().catch(null),
  descriptionPlain: text,
  description: text,
  additionalPlain: text,
  lists: z.array(z.object({ text, content: text })).catch([]),
});
const ashbyJob = z.object({
  id: text,
  title: z.string(),
  jobUrl: z.string(),
  location: text,
  department: text,
  team: text,
  publishedAt: text,
  updatedAt: text,
  isListed: z.boolean().catch(true),
  descriptionPlain: text,
  descriptionHtml: text,
});

/**
 * The jobs in an answer of Greenhouse (jobs, departments or offices), Lever (a list or one posting) or Ashby, or null when it is none of
 * them. The content tells which; `url` only helps to name the company. Jobs without a title or address are left out.
 */
export function readJobBoard(json: unknown, url: string): JobBoard | null {
  return readGreenhouse(json, url) ?? readLever(json, url) ?? readAshby(json, url);
}

function readGreenhouse(json: unknown, url: string): JobBoard | null {
  const written = isObject(json) && "absolute_url" in json ? [{ job: json, department: null }] : greenhouseJobs(json);
  if (!written) return null;
  let company: string | null = null;
  const jobs = written.flatMap(({ job, department }): Job[] => {
    const parsed = greenhouseJob.safeParse(job);
    if (!parsed.success) return [];
    const { id, title, absolute_url, location, updated_at, content, company_name, departments } = parsed.data;
    company ??= company_name || null;
    return [
      {
        id: String(id),
        title: plain(title),
        url: address(absolute_url),
        location: location?.name.trim() || null,
        department: departments[0]?.name ?? department,
        updatedAt: readDate(updated_at),
        // Escaped once as markup and once more for the answer.
        text: htmlToText(/<\w/.test(content) ? content : decodeEntities(decodeEntities(content))),
      },
    ];
  });
  const isEmptyBoard = isObject(json) && isObject(json.meta) && Array.isArray(json.jobs) && json.jobs.length === 0;
  const isKnown = jobBoardAddress(url)?.platform === "greenhouse";
  if (jobs.length === 0 && !(isKnown || isEmptyBoard)) return null;
  return finish("greenhouse", company, jobs, url);
}

/** Jobs stand in a list, in departments or in offices with departments, which may stand in each other; each job once. */
function greenhouseJobs(json: unknown): { job: unknown; department: string | null }[] | null {
  if (!isObject(json)) return null;
  const lists = [json.jobs, json.departments, json.offices].filter(Array.isArray);
  if (lists.length === 0) return null;
  const found = new Map<unknown, { job: unknown; department: string | null }>();
  const waiting: { part: unknown; department: string | null }[] = lists
    .flat()
    .map((part) => ({ part, department: null }));
  // Grows while it is walked.
  for (const { part, department } of waiting) {
    if (found.size >= mostJobs) break;
    if (!isObject(part)) continue;
    if ("absolute_url" in part) {
      if (!found.has(part.id)) found.set(part.id, { job: part, department });
      continue;
    }
    const name = Array.isArray(part.jobs) && typeof part.name === "string" ? part.name : department;
    for (const inner of [part.jobs, part.children, part.departments])
      if (Array.isArray(inner)) for (const one of inner) waiting.push({ part: one, department: name });
  }
  return [...found.values()];
}

function readLever(json: unknown, url: string): JobBoard | null {
  const list = Array.isArray(json) ? json : isObject(json) && "hostedUrl" in json ? [json] : null;
  if (!list) return null;
  const jobs = list.slice(0, mostJobs).flatMap((item): Job[] => {
    const parsed = leverJob.safeParse(item);
    if (!parsed.success) return [];
    const {
      id,
      text: title,
      hostedUrl,
      categories,
      createdAt,
      descriptionPlain,
      description,
      lists,
      additionalPlain,
    } = parsed.data;
    const parts = [
      descriptionPlain || htmlToText(description),
      ...lists.flatMap((one) => [one.text, htmlToText(one.content)]),
      additionalPlain,
    ];
    return [
      {
        id,
        title: plain(title),
        url: address(hostedUrl),
        location: categories?.location || null,
        department: categories?.department || categories?.team || null,
        updatedAt: createdAt ? new Date(createdAt).toISOString() : null,
        text: plain(parts.filter(Boolean).join(" ")),
      },
    ];
  });
  if (jobs.length === 0 && !(list.length === 0 && jobBoardAddress(url)?.platform === "lever")) return null;
  return finish("lever", null, jobs, url);
}

function readAshby(json: unknown, url: string): JobBoard | null {
  if (!isObject(json) || !Array.isArray(json.jobs)) return null;
  const jobs = json.jobs.slice(0, mostJobs).flatMap((item): Job[] => {
    const parsed = ashbyJob.safeParse(item);
    if (!parsed.success || !parsed.data.isListed) return [];
    const { id, title, jobUrl, location, department, team, publishedAt, updatedAt, descriptionPlain, descriptionHtml } =
      parsed.data;
    return [
      {
        id: id || jobUrl,
        title: plain(title),
        url: address(jobUrl),
        location: location || null,
        department: department || team || null,
        updatedAt: readDate(updatedAt) ?? readDate(publishedAt),
        text: plain(descriptionPlain) || htmlToText(descriptionHtml),
      },
    ];
  });
  const isEmptyBoard = json.jobs.length === 0 && typeof json.apiVersion === "string";
  return jobs.length > 0 || isEmptyBoard ? finish("ashby", null, jobs, url) : null;
}

function finish(platform: JobBoard["platform"], company: string | null, jobs: Job[], url: string): JobBoard {
  const known = jobBoardAddress(url) ?? jobBoardAddress(jobs[0]?.url ?? "");
  return { platform, company: company ?? known?.company ?? null, jobs };
}

function address(written: string): string | null {
  const url = URL.parse(written);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

function plain(written: string): string {
  return written.replace(/\s+/g, " ").trim();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
