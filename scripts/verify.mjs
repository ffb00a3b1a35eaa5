// What must hold before a commit, in seconds and without any service: format, lint, types, import arrows.
import { runChecks, staticChecks } from "./checks.mjs";

const outcome = await runChecks(staticChecks);
console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
process.exit(outcome.failed ? 1 : 0);
