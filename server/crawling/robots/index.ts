/** What a site allows crawlers to read: robots.txt by RFC 9309. Pure; who fetches the file stands elsewhere. */
export { parseRobots, type RobotsRules } from "./parse-robots";
export { type RobotsPolicy, robotsPolicy } from "./robots-policy";
