import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CrawlFigures } from "./measure";
import type { Part } from "./part";

const program = join(process.cwd(), "dist", "crawl-part.mjs");

/** Our crawler in a process of its own, with nothing else in it. */
export async function runPart(part: Part, nodeFlags: string[]): Promise<CrawlFigures> {
  if (!existsSync(program)) throw new Error(`${program} is missing: run the build of the workers first.`);
  const child = fork(program, [], { execArgv: nodeFlags, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  child.send(part);
  const ended = once(child, "exit").then(() => Promise.reject(new Error("the measured process ended early")));
  const [figures] = await Promise.race([once(child, "message"), ended]);
  child.disconnect();
  return figures as CrawlFigures;
}
