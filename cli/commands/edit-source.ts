import type { Command } from "commander";
import type { SourceDetail, UpdateSourceInput } from "@/server/sources/schemas";
import { type Api, connect } from "../api";
import { printText } from "../output";

export interface EditOptions {
  name?: string;
  tag?: string[];
  every?: string;
  cron?: string;
  timeZone?: string;
  quiet?: string;
  pages?: number;
  megabytes?: number;
  depth?: number;
  ignoreRobots?: string;
  obeyRobots?: boolean;
}

export function editSourceCommand(sources: Command): void {
  sources
    .command("edit")
    .argument("<id>", "source")
    .option("--name <name>", "what to call it")
    .option("--tag <tag...>", "its tags, in the place of those it has")
    .option("--every <interval>", "1h, 6h, 12h, 24h or 7d")
    .option("--cron <fields>", "five fields, in the place of an interval")
    .option("--time-zone <name>", "of the cron and of the quiet hours, like Europe/Berlin")
    .option("--quiet <from-to>", 'hours in which nothing is read, like 22:00-06:00; "none" ends them')
    .option("--pages <n>", "most pages of one run", Number)
    .option("--megabytes <n>", "most of what one run receives", Number)
    .option("--depth <n>", "steps away from the address", Number)
    .option("--ignore-robots <reason>", "read what robots.txt closes, and who has allowed it")
    .option("--obey-robots", "obey robots.txt again")
    .description("change a source: name, tags, schedule, quiet hours, limits, robots.txt")
    .action(async (id: string, options: EditOptions) => {
      await editSource(connect(), id, options);
      printText("Changed.");
    });
}

/** Changes what was named and leaves the rest. Throws when nothing was, or when hours cannot be read. */
export async function editSource(api: Pick<Api, "get" | "send">, id: string, options: EditOptions): Promise<void> {
  const { name, tag: tags, pages, depth, megabytes } = options;
  const budget = { pages, depth, bytes: megabytes === undefined ? undefined : megabytes * 1_000_000 };
  const change = {
    name,
    tags,
    ...(Object.values(budget).some((value) => value !== undefined) ? { budget } : {}),
    ...(options.ignoreRobots ? { robots: "ignore", robotsReason: options.ignoreRobots } : {}),
    ...(options.obeyRobots ? { robots: "obey" } : {}),
    ...(isOfSchedule(options) ? { schedule: await newSchedule(api, id, options) } : {}),
  };
  if (Object.values(change).every((value) => value === undefined)) throw new Error("Say what to change: see --help.");
  await api.send("PATCH", `/sources/${id}`, change);
}

const isOfSchedule = ({ every, cron, timeZone, quiet }: EditOptions) => [every, cron, timeZone, quiet].some(Boolean);

/** What it has, with what was named; an interval takes the place of a cron. */
async function newSchedule(api: Pick<Api, "get">, id: string, { every, cron, timeZone, quiet }: EditOptions) {
  const { schedule } = await api.get<SourceDetail>(`/sources/${id}`);
  const { cron: hadCron, quietHours: hadQuiet, ...had } = schedule;
  const quietHours = quiet === undefined ? hadQuiet : readHours(quiet);
  const ofCron = cron ?? (every ? undefined : hadCron);
  return {
    ...had,
    ...(every ? { every: every as NonNullable<UpdateSourceInput["schedule"]>["every"] } : {}),
    ...(ofCron ? { cron: ofCron } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(quietHours ? { quietHours } : {}),
  };
}

function readHours(text: string): { from: string; to: string } | undefined {
  if (text === "none") return undefined;
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  if (!from || !to) throw new Error(`"${text}" are no hours. Give them like 22:00-06:00, or "none".`);
  return { from, to };
}
