import { baseUrl } from "@/lib/env";
import project from "@/package.json";

/** The product token that robots.txt files address. */
export const userAgentToken = "Outrider";

/** Who is asking, with a page about it for whoever reads the log of the other end. */
export const userAgent = `${userAgentToken}/${project.version} (+${baseUrl}/crawler)`;
