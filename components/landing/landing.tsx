import { ListChecks, type LucideIcon, Quote, Radar, Scale, ShieldCheck, Upload } from "lucide-react";
import Link from "next/link";
import { BrandMark } from "@/components/ui/brand-mark";
import { buttonClass } from "@/components/ui/button";

const steps: readonly { icon: LucideIcon; title: string; text: string }[] = [
  {
    icon: Radar,
    title: "Hear of tenders first",
    text: "Give it the addresses of portals, feeds, competitors and job boards. Each tender stands in your list once, however many places publish it.",
  },
  {
    icon: Upload,
    title: "Drop the whole package",
    text: "PDF, scans, Word, Excel, PowerPoint, HTML, e-mail, ZIP. Each file is read page by page; one that cannot be read says why and holds up nothing.",
  },
  {
    icon: ListChecks,
    title: "See what is demanded, and by when",
    text: "Deadlines and requirements, each beside the buyer's own sentence. Two documents that disagree on a date are both shown.",
  },
  {
    icon: Scale,
    title: "Decide go or no-go with reasons",
    text: "How well a tender fits is weighed by factors you can name and change. What is not known counts as unknown, not as a yes.",
  },
  {
    icon: Quote,
    title: "Ask, and click to the passage",
    text: "“When are bids due?” “What insurance do they want?” Every sentence of the answer opens the page, sheet or paragraph with its words lit.",
  },
  {
    icon: ShieldCheck,
    title: "Know when it stops being true",
    text: "An amendment is compared requirement by requirement, and marks exactly the dates, requirements and answers that rested on what changed.",
  },
];

const promises = [
  [
    "No quote, no claim",
    "A sentence whose numbers, dates, names or negations are not in its quotes is not shown as fact.",
  ],
  [
    "“The documents do not say”",
    "Every answer says how likely it is right. Where too little fits, it says so and shows the nearest passages.",
  ],
  [
    "Works without a model",
    "Nothing to sign up for and no key to paste. Add a language model later and the same checks apply to what it writes.",
  ],
  [
    "Yours, on your machine",
    "One command on a laptop, or many nodes on your own Postgres and storage. Workspaces are kept apart in the database itself.",
  ],
] as const;

export function Landing() {
  return (
    <div className="mx-auto flex min-h-dvh max-w-270 flex-col px-5 sm:px-8">
      <header className="flex h-16 items-center gap-2">
        <BrandMark />
        <span className="flex-1 text-lg font-semibold tracking-tight">Outrider</span>
        <Link href="/sign-in" className={buttonClass({ variant: "ghost" })}>
          Sign in
        </Link>
      </header>
      <main className="flex-1">
        <section className="grid items-center gap-10 py-12 lg:grid-cols-2 lg:py-20">
          <div>
            <h1 className="text-2xl font-semibold tracking-tight text-balance sm:text-[2.5rem] sm:leading-[1.15]">
              Find the tender, know what it asks, answer with proof
            </h1>
            <p className="mt-4 max-w-130 text-lg text-muted">
              Outrider watches where buyers publish, reads every document of a bid and answers from them. Every date,
              requirement and sentence shows the passage it rests on, and says so when that passage changes.
            </p>
            <div className="mt-6 flex flex-wrap gap-3">
              <Link href="/sign-up" className={buttonClass({ variant: "primary", size: "lg" })}>
                Create account
              </Link>
              <Link href="/sign-in" className={buttonClass({ variant: "secondary", size: "lg" })}>
                Sign in
              </Link>
            </div>
          </div>
          <Example />
        </section>
        <section aria-labelledby="how" className="border-t border-subtle py-12">
          <h2 id="how" className="text-xl font-semibold tracking-tight">
            From a notice to a bid you can defend
          </h2>
          <ol className="mt-6 grid gap-x-10 gap-y-8 sm:grid-cols-2">
            {steps.map(({ icon: Icon, title, text }) => (
              <li key={title} className="flex gap-4">
                <Icon className="mt-0.5 size-5 shrink-0 text-accent" aria-hidden />
                <div>
                  <h3 className="text-lg font-medium">{title}</h3>
                  <p className="mt-1 text-muted">{text}</p>
                </div>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="why" className="border-t border-subtle py-12">
          <h2 id="why" className="text-xl font-semibold tracking-tight">
            Built to be checked
          </h2>
          <dl className="mt-6 grid gap-x-10 gap-y-6 sm:grid-cols-2">
            {promises.map(([title, text]) => (
              <div key={title}>
                <dt className="font-medium">{title}</dt>
                <dd className="mt-1 text-muted">{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
      <footer className="border-t border-subtle py-6 text-sm text-muted">
        Outrider rides ahead of the people who sell to organisations.
      </footer>
    </div>
  );
}

/** What an answer is made of, in words; not a picture of the product. */
function Example() {
  return (
    <figure className="rounded-lg border border-subtle bg-surface p-5">
      <figcaption className="text-sm text-muted">
        For example: “When are bids due, and may we send them by e-mail?”
      </figcaption>
      <p className="mt-3 text-lg">
        Bids are due on 14 May 2027 at 12:00 noon. <Source n={1} /> They are not accepted by e-mail. <Source n={2} />
      </p>
      <div className="mt-4 flex flex-col gap-3">
        <Passage n={1} place="Instructions, page 4">
          Tenders shall be received no later than <mark>14 May 2027, 12:00 noon</mark> local time.
        </Passage>
        <Passage n={2} place="Instructions, page 5">
          Tenders submitted by facsimile or e-mail <mark>will not be accepted</mark>.
        </Passage>
      </div>
    </figure>
  );
}

function Source({ n }: { n: number }) {
  return (
    <span className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm bg-accent-soft px-1 align-text-top text-xs font-medium text-accent">
      {n}
    </span>
  );
}

function Passage({ n, place, children }: { n: number; place: string; children: React.ReactNode }) {
  return (
    <blockquote className="border-l-2 border-evidence-line pl-3">
      <p>{children}</p>
      <p className="mt-1 text-sm text-muted">
        {n} · {place}
      </p>
    </blockquote>
  );
}
