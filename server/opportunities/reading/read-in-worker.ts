import { resolve } from "node:path";
import { Piscina } from "piscina";
import { UnavailableError } from "@/server/platform/errors";
import type { compareDocuments } from "./compare-documents";
import type { PackageDocument, ReadPackage, ShreddedPackage } from "./read-package";

/** A package of thousands of pages takes seconds; one that takes this long is hostile or broken. */
const longestMs = 180_000;

// Route bundles are separate module instances of one process; they share the threads.
const holder = globalThis as typeof globalThis & { outriderTenders?: Piscina };

function threads(): Piscina {
  holder.outriderTenders ??= new Piscina({
    filename: resolve(/* turbopackIgnore: true */ process.cwd(), "dist/tender-worker.mjs"),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return holder.outriderTenders;
}

/** `readPackage` in a thread of its own, so that no request waits for a tender. Throws PackageTooHardError. */
export function readPackageInWorker(input: { documents: PackageDocument[]; now: string }): Promise<ReadPackage> {
  return run(input, "readPackage");
}

/** `shredPackage` in a thread of its own. Throws PackageTooHardError. */
export function shredPackageInWorker(input: { documents: PackageDocument[] }): Promise<ShreddedPackage> {
  return run(input, "shredPackage");
}

/** `compareDocuments` in a thread of its own. Throws PackageTooHardError. */
export function compareInWorker(
  input: Parameters<typeof compareDocuments>[0],
): Promise<ReturnType<typeof compareDocuments>> {
  return run(input, "compareDocuments");
}

async function run<T>(task: unknown, name: string): Promise<T> {
  try {
    return (await threads().run(task, { name, signal: AbortSignal.timeout(longestMs) })) as T;
  } catch (cause) {
    throw new PackageTooHardError("These documents are so large or so built that they could not be read in time.", {
      cause,
    });
  }
}

export class PackageTooHardError extends UnavailableError {
  override readonly retry = "later";
}
