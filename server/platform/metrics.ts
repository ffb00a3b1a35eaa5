import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

// Bundles of one process count into one registry.
const holder = globalThis as typeof globalThis & { outriderMetrics?: ReturnType<typeof make> };

function make() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "outrider_" });
  return {
    registry,
    followers: new Gauge({
      name: "outrider_live_followers",
      help: "Open live connections of this process",
      registers: [registry],
    }),
    jobsWaiting: new Gauge({
      name: "outrider_jobs_waiting",
      help: "Job steps that wait for their turn",
      registers: [registry],
    }),
    deadLetters: new Gauge({
      name: "outrider_dead_letters",
      help: "Jobs that gave up and wait for a person",
      registers: [registry],
    }),
    outboxWaiting: new Gauge({
      name: "outrider_outbox_waiting",
      help: "Announced events not yet taken",
      registers: [registry],
    }),
    procedureSeconds: new Histogram({
      name: "outrider_procedure_seconds",
      help: "Time of procedures by path and outcome",
      labelNames: ["path", "outcome"],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
      registers: [registry],
    }),
  };
}

export function metrics(): ReturnType<typeof make> {
  holder.outriderMetrics ??= make();
  return holder.outriderMetrics;
}
