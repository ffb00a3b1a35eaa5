import { oneLine } from "@/lib/literal-text";

/** One line of the daily mail. */
export interface DigestLine {
  text: string;
  detail: string;
  /** Where it leads, whole. */
  link: string;
}

export interface DigestSection {
  title: string;
  /** Behind a number in the subject: "3 new". */
  counted: string;
  lines: DigestLine[];
}

export interface DigestParts {
  workspaceName: string;
  /** In the reader's zone. */
  day: string;
  sections: DigestSection[];
  listLink: string;
  settingsLink: string;
  unsubscribeLink: string;
}

/** Of a section; the rest is counted and leads to the screen. */
const mostLines = 20;

/** The daily mail as plain text: nothing in it can be markup, whatever a tender is called. */
export function composeDigest(parts: DigestParts): { subject: string; body: string } {
  const filled = parts.sections.filter(({ lines }) => lines.length > 0);
  const counts = filled.map(({ counted, lines }) => `${lines.length} ${counted}`);
  const sections = filled.map(({ title, lines }) => {
    const shown = lines
      .slice(0, mostLines)
      .map(({ text, detail, link }) =>
        [`- ${shortLine(text)}`, ...(detail ? [`  ${shortLine(detail)}`] : []), `  ${link}`].join("\n"),
      );
    const more = lines.length > mostLines ? [`and ${lines.length - mostLines} more: ${parts.listLink}`] : [];
    return [title.toUpperCase(), ...shown, ...more].join("\n\n");
  });
  return {
    subject: `${parts.workspaceName}: ${counts.join(", ")}`,
    body: `${oneLine(parts.workspaceName)} on ${parts.day}

${sections.join("\n\n\n")}

--
You get this mail at most once a day, because you turned it on.
Change how you are told: ${parts.settingsLink}
Stop this mail, without signing in: ${parts.unsubscribeLink}
`,
  };
}

const longest = 240;
function shortLine(text: string): string {
  const flat = oneLine(text);
  return flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat;
}
