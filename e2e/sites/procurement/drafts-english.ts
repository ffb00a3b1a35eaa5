import type { NoticeDraft } from "./notice";

const usBuyers = [
  "City of Port Alder",
  "Tamarack County School District 4",
  "State of Tamarack, Department of Transportation",
  "Port Alder Transit Authority",
  "Juniper Valley Water District",
  "Tamarack State University",
];

const usTitles: [string, string][] = [
  [
    "Janitorial Services for Municipal Buildings",
    "Nightly cleaning of eleven buildings, including day porter service at city hall",
  ],
  ["Replacement of Rooftop HVAC Units at Three Elementary Schools", "Removal and replacement of 14 rooftop units"],
  ["Guardrail Repair and Replacement, Route 17", "On-call repair of steel beam guardrail after crashes"],
  ["Paratransit Scheduling Software", "A hosted system for booking and dispatching paratransit rides"],
  ["Water Main Relining, Phase 2", "Cured-in-place lining of 2.3 miles of cast iron main"],
  ["Athletic Field Turf Maintenance", "Grooming, infill and repair of six synthetic fields"],
  ["Bucket Trucks", "Two aerial bucket trucks with 55 foot working height"],
  ["Student Information System", "Purchase, migration and support of a student information system"],
  ["Crack Sealing and Micro Surfacing 2027", "Preventive treatment of 61 lane miles"],
  ["Bus Shelter Cleaning and Glass Replacement", "Weekly cleaning of 214 shelters"],
  [
    "Laboratory Testing of Drinking Water Samples",
    "Bacteriological and chemical testing of about 3,900 samples each year",
  ],
  ["Elevator Modernization at Library Hall", "Modernization of four traction elevators"],
  ["Tree Trimming and Stump Removal", "Pruning and removal along public streets"],
  ["School Bus Routing Consultant", "Review of routes for nine schools"],
  ["Snow Plow Blades and Cutting Edges", "Carbide and rubber edges, delivered as needed"],
  ["Fare Collection Equipment Maintenance", "Preventive and corrective maintenance of 96 fareboxes"],
  ["Advanced Metering Infrastructure", "Meters, network and head-end software for 12,400 connections"],
  ["Campus Dining Kitchen Equipment", "Combi ovens, dish machines and walk-in coolers"],
  ["Armored Car Services", "Pick-up and deposit of cash at seven offices"],
  ["Playground Surfacing at Cedar Elementary", "Poured-in-place rubber surfacing"],
  ["Bridge Inspection Services, Districts 1 and 3", "Routine inspection of 140 bridges"],
  ["Transit Advertising Concession", "Sale of advertising space on vehicles"],
];

const ukBuyers = [
  "Marlbury Town Council",
  "Fenwick and Hale Borough Council",
  "Northmoor University Hospitals NHS Trust",
  "Hale Valley Housing Association",
  "Eastmarch Police and Crime Commissioner",
];

const ukTitles: [string, string][] = [
  ["Grounds maintenance of parks and open spaces", "Mowing, planting and litter picking on 61 sites"],
  ["Provision of a managed print service", "Printers, consumables and secure release for 1,200 staff"],
  ["Patient transport for renal dialysis", "Journeys to and from three dialysis units, six days a week"],
  ["Window and door replacement programme", "Replacement in 840 homes over four years"],
  ["Forensic accommodation cleaning", "Specialist cleaning of custody suites"],
  ["Refurbishment of the Corn Exchange", "Roof, heating and accessible entrance of a listed hall"],
  ["Waste transfer station operation", "Operation of the station and haulage to the energy plant"],
  ["Ultrasound scanners", "Nine scanners with probes, training and maintenance"],
  ["Gas servicing and repairs", "Annual servicing of 5,100 boilers and a repair service"],
  ["Body-worn video cameras", "Cameras, docking stations and evidence management software"],
  ["Christmas lights installation and storage", "Design, hire, installation and removal of lights"],
  ["Highways drainage survey", "CCTV survey of 90 kilometres of drains"],
  ["Theatre instrument decontamination", "Collection, reprocessing and return within 24 hours"],
  ["Lift maintenance in sheltered housing", "Maintenance of 48 passenger lifts"],
  ["Vehicle recovery and storage", "Recovery of vehicles at the roadside, round the clock"],
  ["Town centre Wi-Fi", "Free public Wi-Fi in the pedestrian area"],
  ["Children's residential care, two homes", "Care for up to eight children in homes owned by the council"],
  ["Electronic prescribing system", "Software, implementation and ten years of support"],
  ["Tenant satisfaction survey", "Telephone and web survey of 2,000 tenants each year"],
  ["Interpreting and translation", "Face-to-face and telephone interpreting in 40 languages"],
];

const usNeeds = [
  [
    "The contractor shall hold general liability insurance of at least $2,000,000.",
    "Bidders must submit three references for similar work.",
  ],
  [
    "The vendor must provide a named project manager.",
    "All work shall be completed within 180 days of the notice to proceed.",
  ],
  ["Deliveries must be made within 30 days of an order.", "The supplier shall honor prices for twelve months."],
];
const ukNeeds = [
  [
    "The supplier must hold public liability insurance of at least £5 million.",
    "Staff shall be paid the real living wage.",
  ],
  ["The contractor must name a contract manager.", "Performance shall be reported every month."],
  [
    "Tenderers must hold ISO 9001 certification or equivalent.",
    "The contractor shall respond to urgent calls within four hours.",
  ],
];

export const americanDrafts: NoticeDraft[] = usTitles.map(([title, summary], index) => ({
  title,
  summary: `${summary}.`,
  buyer: usBuyers[index % usBuyers.length] ?? "",
  reference: `${["RFP-27-0", "IFB-2026-", "RFQ 26-"][index % 3]}${101 + index * 13}`,
  needs: usNeeds[index % usNeeds.length] ?? [],
}));

export const britishDrafts: NoticeDraft[] = ukTitles.map(([title, summary], index) => ({
  title,
  summary: `${summary}.`,
  buyer: ukBuyers[index % ukBuyers.length] ?? "",
  reference:
    [`ITT/${2026}/${140 + index * 3}`, `DN7${String(31015 + index * 211)}`, `C${String(3340 + index * 17)}`][
      index % 3
    ] ?? "",
  needs: ukNeeds[index % ukNeeds.length] ?? [],
}));
