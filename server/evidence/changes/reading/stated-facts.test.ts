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
