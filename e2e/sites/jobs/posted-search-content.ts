import type { SiteDay } from "../vendors/watched-site";

export interface Vacancy {
  number: string;
  title: string;
  ward: string;
  site: string;
  grade: string;
  schedule: string;
  age: number;
  text: string;
}

/** Title, field, site, grade, schedule, age in days, text, first day and last day where these are others than the first and the last. */
const lines = `
Staff Nurse, Stroke Unit | Nursing | Wexcombe General | Band 5 | Full time, rotating | 1 | Twelve beds and a team that laughs at night.
Senior Physiotherapist | Therapies | Port Averil | Band 6 | Part time, 22.5 hours | 2 | Hips on Monday, knees on Tuesday.
Porter | Estates | Wexcombe General | Band 2 | Full time, nights | 3 | You know every lift by its first name.
Consultant Anaesthetist | Medical | Wexcombe General | Consultant scale | 10 sessions | 4 | Four theatres and a helipad.
Ward Clerk | Administration | St Brannoc's | Band 3 | Part time, 18 hours | 5 | The telephone rings; you are kind. | 0 | 0
Pharmacy Technician | Therapies | Port Averil | Band 4 | Full time | 6 | A robot picks, you check.
Healthcare Scientist, Audiology | Therapies | St Brannoc's | Band 6 | Full time | 8 | Children hear the rain for the first time with you.
Electrician | Estates | Port Averil | Band 5 | On call, one week in five | 9 | If the lights go out, people look at you.
Specialty Doctor, Emergency | Medical | Port Averil | Specialty scale | Full time, rotating | 11 | Beach in summer, ice in winter.
Community Midwife | Nursing | Port Averil | Band 6 | Full time | 12 | A car, a bag and three villages.
Data Analyst | Administration | Wexcombe General | Band 6 | Full time, two days at home | 14 | Waiting lists are lines; you bend them. | 0 | 1
Catering Assistant | Estates | St Brannoc's | Band 2 | Part time, 20 hours | 16 | Three hundred lunches, none alike.
Health Visitor | Nursing | St Brannoc's | Band 6 | Full time | 19 | You ring the bell and are let in.
Recruitment Adviser | Administration | Port Averil | Band 4 | Fixed term, 12 months | 23 | You wrote this.
Theatre Practitioner | Nursing | Port Averil | Band 5 | Full time | -1 | You count everything twice. | 1
Play Specialist | Therapies | Wexcombe General | Band 4 | Part time, 30 hours | -2 | Needles come after bubbles. | 2
`
  .trim()
  .split("\n")
  .map((line) => line.split(" | "));

export const regraded = { title: "Pharmacy Technician", was: "Band 4", is: "Band 5" };
export const moved = { title: "Electrician", was: "Port Averil", is: "Hollin Cross" };
export const lengthened = { title: "Recruitment Adviser", was: "Fixed term, 12 months", is: "Fixed term, 24 months" };
export const rehoured = { title: "Senior Physiotherapist", was: "22.5 hours", is: "30 hours or 37.5 hours" };
export const filled = { 1: "Ward Clerk", 2: "Data Analyst" } as const;

/** Newest first. On the first day a grade, a place and a term change, on the second the hours of one. */
export const vacanciesOf = (day: SiteDay): Vacancy[] =>
  lines
    .map((line, index) => ({ line, index }))
    .filter(({ line: [, , , , , , , from = "0", last = "3"] }) => Number(from) <= day && day <= Number(last))
    .map(({ line: [title = "", ward = "", site = "", grade = "", schedule = "", age = "", text = ""], index }) => ({
      number: `${260}00${(index * 37 + 413).toString(36).toUpperCase()}`,
      title,
      ward,
      site: title === moved.title && day >= 1 ? moved.is : site,
      grade: title === regraded.title && day >= 1 ? regraded.is : grade,
      schedule:
        title === lengthened.title && day >= 1
          ? lengthened.is
          : title === rehoured.title && day >= 2
            ? schedule.replace(rehoured.was, rehoured.is)
            : schedule,
      age: Number(age) + day,
      text,
    }))
    .sort((a, b) => a.age - b.age);

export const agoOf = ({ age }: Vacancy): string =>
  age <= 0
    ? "today"
    : age === 1
      ? "yesterday"
      : age < 7
        ? `${age} days ago`
        : `over ${Math.floor(age / 7)} week${age < 14 ? "" : "s"} ago`;
