import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import {
  captureHealths,
  extractionRungs,
  fetchRungs,
  frontierKinds,
  robotsPolicies,
  runStatuses,
  runTriggers,
  sourceIntervals,
  sourceKinds,
  sourcePictures,
  sourceStatuses,
} from "@/lib/vocabulary/sources";

export const sourceUrl = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .transform((typed) => (/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`))
  .refine((typed) => URL.canParse(typed), "This is no web address. Give one like https://example.org/tenders.");

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time like 22:00.");
const timeZone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, "This time zone is not known. Give one like Europe/Berlin.");

export const sourceSchedule = z.strictObject({
  every: z.enum(sourceIntervals).default("24h"),
  /** Five fields; wins over `every`. */
  cron: z.string().trim().max(100).optional(),
  timeZone: timeZone.default("UTC"),
  quietHours: z.strictObject({ from: clock, to: clock }).optional(),
});

export const sourceBudget = z.strictObject({
  pages: z.int().min(1).max(20_000),
  /** Bytes of one run, as received. */
  bytes: z.int().min(100_000).max(10_000_000_000),
  depth: z.int().min(0).max(10),
});

export const sourceScope = z.strictObject({
  heading: z.string().trim().min(1).max(300).optional(),
  fragment: z.string().trim().min(1).max(300).optional(),
  selector: z.string().trim().min(1).max(300).optional(),
});

/** Which earlier revisions of pages stay; "days" count from when one was replaced. */
export const retention = z.discriminatedUnion("keep", [
  z.strictObject({ keep: z.literal("all") }),
  z.strictObject({ keep: z.literal("days"), days: z.int().min(1).max(3_650) }),
  z.strictObject({ keep: z.literal("last"), revisions: z.int().min(1).max(1_000) }),
]);

const tags = z.array(z.string().trim().min(1).max(40)).max(20);

export const sourceId = z.strictObject({ id: z.uuid() });
export const runId = z.strictObject({ id: z.uuid() });

export const previewSourceInput = z.strictObject({
  url: sourceUrl,
  kind: z.enum([...sourceKinds, "auto"]).default("auto"),
});
export type PreviewSourceInput = z.output<typeof previewSourceInput>;

const candidate = z.object({
  kind: z.enum(sourceKinds),
  url: z.string(),
  title: z.string().nullable(),
  /** Why it was taken for that, for people. */
  reason: z.string(),
});

export const sourcePreview = candidate.extend({
  /** The first entries of what would be read. */
  items: z.array(
    z.object({
      title: z.string(),
      url: z.string().nullable(),
      date: z.string().nullable(),
      /** As it stands there: "€29". */
      price: z.string().optional(),
    }),
  ),
  /** How many entries were found on the first page. */
  count: z.int(),
  alternatives: z.array(candidate),
  /** What the site's robots.txt says of this address. */
  robots: z.enum(["allowed", "disallowed", "unreachable"]),
});
export type SourcePreview = z.output<typeof sourcePreview>;

export const createSourceInput = z.strictObject({
  url: sourceUrl,
  kind: z.enum([...sourceKinds, "auto"]).default("auto"),
  name: z.string().trim().min(1).max(200).optional(),
  tags: tags.default([]),
  schedule: sourceSchedule.optional(),
  budget: sourceBudget.partial().optional(),
  scope: sourceScope.optional(),
  collectionId: z.uuid().optional(),
  robots: z.enum(robotsPolicies).default("obey"),
  /** Who allowed it, when robots.txt is to be ignored. */
  robotsReason: z.string().trim().max(500).optional(),
  /** Read it at once, and not only when its time comes. */
  scanNow: z.boolean().default(true),
});
export type CreateSourceInput = z.output<typeof createSourceInput>;

export const updateSourceInput = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(200).optional(),
  kind: z.enum(sourceKinds).optional(),
  tags: tags.optional(),
  schedule: sourceSchedule.optional(),
  budget: sourceBudget.partial().optional(),
  scope: sourceScope.optional(),
  robots: z.enum(robotsPolicies).optional(),
  robotsReason: z.string().trim().max(500).optional(),
  /** Null: as the workspace says. */
  retention: retention.nullish(),
  pictures: z.enum(sourcePictures).optional(),
  paused: z.boolean().optional(),
});
export type UpdateSourceInput = z.output<typeof updateSourceInput>;

export const setCredentialInput = z.strictObject({
  sourceId: z.uuid(),
  loginUrl: sourceUrl,
  username: z.string().min(1).max(300),
  password: z.string().min(1).max(1_000),
  /** The base32 secret of the site's authenticator set-up, when it asks for codes. */
  totpSecret: z
    .string()
    .trim()
    .regex(/^[a-z2-7\s=]{16,}$/i, "This is no authenticator secret: it has letters and the digits 2 to 7.")
    .optional(),
});
export type SetCredentialInput = z.output<typeof setCredentialInput>;

export const runCounts = z.object({
  /** Read, whatever came of it. */
  pages: z.int(),
  /** Known and not yet read. */
  waiting: z.int(),
  fetches: z.int(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  gone: z.int(),
  unhealthy: z.int(),
  failed: z.int(),
  skipped: z.int(),
  changes: z.int(),
  records: z.int(),
  bytes: z.int(),
  rungs: z.record(z.string(), z.int()),
});

export const sourceRun = z.object({
  id: z.uuid(),
  sourceId: z.uuid(),
  trigger: z.enum(runTriggers),
  status: z.enum(runStatuses),
  reason: z.string().nullable(),
  counts: runCounts,
  problems: z.array(z.object({ url: z.string(), code: z.string(), reason: z.string() })),
  currentUrl: z.string().nullable(),
  createdAt: isoTimestamp,
  startedAt: isoTimestamp.nullable(),
  finishedAt: isoTimestamp.nullable(),
});
export type SourceRunOutput = z.output<typeof sourceRun>;

export const sourceSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(sourceKinds),
  url: z.string(),
  status: z.enum(sourceStatuses),
  statusReason: z.string().nullable(),
  tags: z.array(z.string()),
  collection: z.object({ id: z.uuid(), name: z.string() }),
  schedule: z.object({
    every: z.enum(sourceIntervals),
    cron: z.string().optional(),
    timeZone: z.string(),
    quietHours: z.object({ from: z.string(), to: z.string() }).optional(),
  }),
  /** Since when it has been read once a week only, because it cannot be read. */
  slowedAt: isoTimestamp.nullable(),
  nextRunAt: isoTimestamp.nullable(),
  lastRunAt: isoTimestamp.nullable(),
  /** The newest run, whatever became of it. */
  lastRun: sourceRun.nullable(),
  pages: z.int(),
  changes7d: z.int(),
});

export const listSourcesInput = z.strictObject({
  text: z.string().trim().max(200).optional(),
  kind: z.enum(sourceKinds).optional(),
  status: z.enum(sourceStatuses).optional(),
  tag: z.string().trim().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type ListSourcesInput = z.output<typeof listSourcesInput>;
const facet = z.array(z.object({ value: z.string(), count: z.int() }));
export const listSourcesOutput = z.object({
  sources: z.array(sourceSummary),
  total: z.int(),
  /** Over all sources, whatever the filter. */
  facets: z.object({ kinds: facet, statuses: facet, tags: facet }),
});
export type ListSourcesOutput = z.input<typeof listSourcesOutput>;

export const sourceDetail = sourceSummary.extend({
  robots: z.enum(robotsPolicies),
  robotsReason: z.string().nullable(),
  budget: z.object({ pages: z.int(), bytes: z.int(), depth: z.int() }),
  scope: z.object({ heading: z.string().optional(), fragment: z.string().optional(), selector: z.string().optional() }),
  needsBrowser: z.boolean(),
  /** Null: as the workspace says. */
  retention: retention.nullable(),
  pictures: z.enum(sourcePictures),
  /** The newest picture of one of its pages; `address` is one of ours. */
  picture: z.object({ url: z.string(), address: z.string(), runId: z.uuid(), fetchedAt: isoTimestamp }).nullable(),
  breaker: z.enum(["closed", "open", "half_open"]),
  /** How it signs in, without any secret; null when it does not. */
  credential: z
    .object({
      loginUrl: z.string(),
      username: z.string(),
      hasTotp: z.boolean(),
      /** Refused too often: not tried again until it is given anew. */
      isPaused: z.boolean(),
      lastSignInAt: isoTimestamp.nullable(),
    })
    .nullable(),
  runs: z.array(sourceRun),
});
export type SourceDetail = z.input<typeof sourceDetail>;

export const listPagesInput = z.strictObject({
  sourceId: z.uuid(),
  health: z.enum(captureHealths).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type ListPagesInput = z.output<typeof listPagesInput>;
export const listPagesOutput = z.object({
  pages: z.array(
    z.object({
      id: z.uuid(),
      url: z.string(),
      kind: z.enum(frontierKinds),
      title: z.string().nullable(),
      documentId: z.uuid().nullable(),
      snapshotId: z.uuid().nullable(),
      words: z.int(),
      rung: z.enum(fetchRungs).nullable(),
      health: z.enum(captureHealths).nullable(),
      healthReason: z.string().nullable(),
      lastFetchedAt: isoTimestamp.nullable(),
      lastChangedAt: isoTimestamp.nullable(),
      goneAt: isoTimestamp.nullable(),
    }),
  ),
  total: z.int(),
});

export const listRecordsInput = z.strictObject({
  sourceId: z.uuid(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type ListRecordsInput = z.output<typeof listRecordsInput>;
export const listRecordsOutput = z.object({
  records: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      url: z.string().nullable(),
      fields: z.record(z.string(), z.string()),
      rung: z.enum(extractionRungs),
      /** Of the entry's own page, once it has been kept. */
      documentId: z.uuid().nullable(),
      isGone: z.boolean(),
      firstSeenAt: isoTimestamp,
      lastSeenAt: isoTimestamp,
    }),
  ),
  total: z.int(),
});

export const importSourcesInput = z.strictObject({
  text: z.string().min(1).max(1_000_000),
  /** Its ending says which: .opml, .xml or .csv. */
  fileName: z.string().trim().min(1).max(200).default("sources.csv"),
});
export const importSourcesOutput = z.object({
  created: z.array(z.object({ id: z.uuid(), name: z.string(), url: z.string() })),
  existing: z.int(),
  problems: z.array(z.object({ line: z.int(), reason: z.string() })),
});
export type ImportSourcesOutput = z.output<typeof importSourcesOutput>;
