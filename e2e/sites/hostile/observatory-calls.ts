import type { DayTruth, SiteDay } from "../vendors/watched-site";

export interface Call {
  slug: string;
  reference: string;
  title: string;
  closes: string;
  value: string;
  text: string;
}

/** Reference, title, last day, value, text, first day and last day where these are others than the first and the last. */
const lines = `
KR-26-101 | Re-coating of the 2.4 metre mirror | 15 January 2027 | £310,000 | The mirror leaves the dome in March and has to be back before the clouds do.
KR-26-104 | Dome drive: motors & gearboxes | 22 January 2027 | £128,400 | Two motors turn ninety tonnes without a sound, or nearly so.
KR-26-107 | Snow clearing of the summit road | 9 December 2026 | £46,000 a winter | Eleven kilometres, nine hundred metres of climb, before sunrise.
KR-26-109 | Cryogenic cables, 400 m | 18 December 2026 | £23,750 | Cables that bend at four kelvin.
KR-26-112 | Kitchen of the night canteen | 8 January 2027 | £67,300 | Soup at three in the morning for fourteen.
KR-26-115 | Data links to the valley | 29 January 2027 | £204,000 | Forty gigabits per second by two ways that share no pole.
KR-26-116 | Visitors' bus, electric | 12 February 2027 | £189,900 | Twenty-two seats and a hill.
KR-26-118 | Lightning protection of hut <C> | 16 December 2026 | £11,200 | It was hit in June and again in July.
KR-26-120 | Chairs for the lecture hall | 11 December 2026 | £9,480 | Eighty chairs that do not squeak during the quiet part. | 0 | 1
KR-26-123 | Detector, infrared, 4 megapixels | 26 February 2027 | £540,000 | With a cold stop and a warm guarantee.
KR-26-125 | Cleaning of solar panels | 20 January 2027 | £5,600 a year | Goats have been tried. | 1
KR-26-127 | Calibration lamps | 3 February 2027 | £17,050 | Thorium and argon, sealed, with papers. | 2
`
  .trim()
  .split("\n")
  .map((line) => line.split(" | "));

const extended = { reference: "KR-26-107", was: "9 December 2026", is: "14 December 2026" };
const dearer = { reference: "KR-26-116", was: "£189,900", is: "£214,500" };
const renamed = {
  reference: "KR-26-112",
  was: "Kitchen of the night canteen",
  is: "Kitchen of the night canteen, lot 1",
};
const reworded = { reference: "KR-26-115", was: "Forty gigabits per second", is: "One hundred gigabits per second" };

const pages = ["/", "/calls", "/calls?page=2", "/visit"];
export const perPage = 6;
export const pathOf = ({ slug }: Pick<Call, "slug">): string => `/calls/${slug}`;

/** The newest stand at the end, so that no call leaves its page before one goes. */
export const callsOf = (day: SiteDay): Call[] =>
  lines
    .filter(([, , , , , from = "0", last = "3"]) => Number(from) <= day && day <= Number(last))
    .map(([reference = "", title = "", closes = "", value = "", text = ""]) => ({
      slug: reference.toLowerCase(),
      reference,
      title: reference === renamed.reference && day >= 2 ? renamed.is : title,
      closes: reference === extended.reference && day >= 1 ? extended.is : closes,
      value: reference === dearer.reference && day >= 1 ? dearer.is : value,
      text: reference === reworded.reference && day >= 2 ? text.replace(reworded.was, reworded.is) : text,
    }));

const at = (reference: string): string[] => [pathOf({ slug: reference.toLowerCase() }), ...["/calls", "/calls?page=2"]];

export function truth(day: SiteDay): DayTruth {
  return {
    pages: [...pages, ...callsOf(day).map(pathOf)],
    records: callsOf(day).map((one) => ({
      page: pathOf(one),
      title: one.title,
      values: [one.reference, one.closes, one.value],
    })),
    changes:
      day === 1
        ? [
            { pages: at(extended.reference), was: extended.was, is: extended.is },
            { pages: at(dearer.reference).slice(0, 1), was: dearer.was, is: dearer.is },
            { pages: at("KR-26-125"), is: "Cleaning of solar panels" },
          ]
        : day === 2
          ? [
              { pages: at(renamed.reference), was: renamed.was, is: renamed.is },
              { pages: at(reworded.reference).slice(0, 1), was: reworded.was, is: reworded.is },
              { pages: ["/calls?page=2", "/calls"], was: "Chairs for the lecture hall" },
              { pages: at("KR-26-127"), is: "Calibration lamps" },
            ]
          : [],
    emptied: [],
    flapping: [],
  };
}
