import { yieldToPeople } from "@/lib/yield-to-people";
import { compareDocuments } from "./compare-documents";
import { readPackage, shredPackage } from "./read-package";

yieldToPeople();

// Entry of the worker threads (dist/tender-worker.mjs): piscina calls each by its name.
export { compareDocuments, readPackage, shredPackage };
export default readPackage;
