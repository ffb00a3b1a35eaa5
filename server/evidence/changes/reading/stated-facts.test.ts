import { expect, test } from "vitest";
import { compareCaptures } from "../compare-captures";

const posting = (place: string, shown = "") => ({
  url: "https://a.test/jobs/1",
  html: `<html><head><script type="application/ld+json">${JSON.stringify({
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: "Analyst",
    datePosted: `2026-11-0${place.length}`,
    jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: place } },
  })}</script></head><body><main><h1>Analyst</h1><p>You find the three lines that matter among two million.</p>${shown}</main></body></html>`,
});

test("a fact that is stated to machines only is told when it changes, and when it was posted is not", () => {
  expect(compareCaptures(posting("Antwerp"), posting("Rotterdam")).items).toMatchObject([
    { before: "Location: Antwerp", after: "Location: Rotterdam" },
  ]);
});

test("what the page shows as well is told once", () => {
  const { items } = compareCaptures(posting("Antwerp", "<p>In Antwerp</p>"), posting("Ghent", "<p>In Ghent</p>"));
  expect(items).toMatchObject([{ before: "In Antwerp", after: "In Ghent" }]);
});

test("a price that a broken template shows no more is named as empty, though the machines' form of it had no cents", () => {
  const product = (price: string) => ({
    url: "https://a.test/probe",
    html: `<html><head><script type="application/ld+json">${JSON.stringify({
      "@type": "Product",
      name: "Probe",
      ...(price ? { offers: { "@type": "Offer", price: "148", priceCurrency: "EUR" } } : {}),
    })}</script></head><body><main><h1>Probe</h1><div class="price">${price}</div><p>Soil moisture at three depths, with a cable of five metres.</p></main></body></html>`,
  });
  const { items } = compareCaptures(product("€148.00"), product(""));
  expect(items).toMatchObject([{ before: "€148.00", after: null, emptied: { value: "€148.00" } }]);
});

test("a day that the page writes otherwise is told once", () => {
  const vacancy = (day: string, shown: string) => ({
    url: "https://a.test/jobs/2",
    html: `<html><head><script type="application/ld+json">${JSON.stringify({ "@type": "JobPosting", title: "Rigger", validThrough: day })}</script></head><body><main><h1>Rigger</h1><p>You rig three masts a year with us.</p>${shown}</main></body></html>`,
  });
  const moved = compareCaptures(
    vacancy("2031-12-16", "<p>Apply by: 16 December 2031</p>"),
    vacancy("2031-12-30T23:59:00Z", "<p>Apply by: 30 December 2031</p>"),
  );
  expect(moved.items).toMatchObject([{ before: "Apply by: 16 December 2031", after: "Apply by: 30 December 2031" }]);
  const hidden = compareCaptures(vacancy("2031-12-16", ""), vacancy("2031-12-30", ""));
  expect(hidden.items).toMatchObject([{ after: "Valid through: 2031-12-30" }]);
  // A figure that stands there for something else says nothing of the day.
  const counted = (applied: number) =>
    compareCaptures(
      vacancy("2031-12-16", "<p>Apply by 16 December 2031.</p><p>12 masts.</p>"),
      vacancy("2031-12-16", `<p>Apply by 16 December 2031.</p><p>${applied} masts.</p>`),
    );
  expect(counted(14).items).toMatchObject([{ before: "12 masts.", after: "14 masts." }]);
});
