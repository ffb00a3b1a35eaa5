import { readFile } from "node:fs/promises";

/** A process that waits without working, or whose processor time nobody tells, gets so many times its limit by the clock. */
const waitFactor = 4;
/** `/proc` counts in hundredths of a second on every Linux that Node runs on (USER_HZ, proc_pid_stat(5)). */
const msPerTick = 10;

/**
 * How long something may go on without a result: `limitMs` of processor time, so that a machine which is busy with other work does
 * not count against a file, and four times as long by the clock.
 */
export class Patience {
  private since = performance.now();
  private spentBefore: number | null = null;
  private spent: number | null = null;

  constructor(private readonly limitMs: number) {}

  /** A result came. */
  restart(): void {
    this.since = performance.now();
    this.spentBefore = this.spent;
  }

  /** `cpuMs`: processor time spent since the start of the process, null if unknown. */
  isOver(cpuMs: number | null): boolean {
    this.spent = cpuMs;
    this.spentBefore ??= cpuMs;
    const worked = cpuMs === null || this.spentBefore === null ? 0 : cpuMs - this.spentBefore;
    return worked > this.limitMs || performance.now() - this.since > waitFactor * this.limitMs;
  }
}

/** Processor time of another process with all its threads; null where the system does not tell. */
export async function processorMs(pid: number | undefined): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The second field is the name in brackets, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isFinite(ticks) ? ticks * msPerTick : null;
}
