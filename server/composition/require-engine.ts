import { UnavailableError } from "@/server/platform/errors";
import { startServer } from "./start";

/** The engine that runs the jobs of this process. Throws UnavailableError when an Inngest server does. */
export async function requireEngine() {
  const { engine } = await startServer();
  if (!engine) throw new UnavailableError("Jobs of this installation are run by an Inngest server. Use its own pages.");
  return engine;
}
