import { pgSchema } from "drizzle-orm/pg-core";

/** The job engine's records stand apart from the product's: only the installation's own role reaches them. */
export const jobsSchema = pgSchema("jobs");

/** Orders finished steps of a run by when they finished, whichever process saved them. */
export const stepOrder = jobsSchema.sequence("step_order");
