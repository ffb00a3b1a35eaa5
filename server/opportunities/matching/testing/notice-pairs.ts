/** A publication in short: title, buyer, reference, deadline, value, procedure, publication date, source, summary, category, codes in its sentences. */
export interface Side {
  t: string;
  s?: string;
  c?: string;
  b?: string;
  r?: string;
  d?: string;
  v?: string;
  p?: string;
  pub?: string;
  src?: string;
  m?: string[];
}

export const riverton = { b: "Riverton City Council", d: "2031-05-02" };
const bern = { b: "Stadt Bern", d: "2031-06-10" };

const atNoon = { b: "Elmshire County Council", d: "2031-05-02T11:00:00.000Z" };

/** Two publications of one tender, and what they have in common. */
export const same: [string, Side, Side][] = [
  [
    "the same hour where only one says whose clock it is",
    { t: "Hire and laundering of linen", b: atNoon.b, d: "2031-05-02 12:00" },
    { t: "Laundry and linen hire", b: atNoon.b, d: "2031-05-02 12:00" },
  ],
  [
    "another word of the same stem, due at the same minute",
    { t: "Hire and laundering of linen", ...atNoon },
    { t: "Laundry and linen hire", ...atNoon },
  ],
  [
    "numbers of the portals, and the buyer's own in the text of both",
    { t: "Bedding for wards: hire and washing", r: "X-2031-00417", m: ["EC447131"], ...atNoon },
    { t: "Laundry and bedding", r: "X-2031-00588", m: ["EC447131", "SC013532"], ...atNoon },
  ],
  [
    "a reference within another, due at the same minute",
    { t: "Backhoe, two each, with trailer", r: "C31-207", ...atNoon },
    { t: "BACKHOE W/ TRLR QTY TWO", r: "ST-ELM-C31-207", ...atNoon },
  ],
  [
    "a title that says more, the same description, and the state behind the buyer's name",
    { t: "Snowploughs", s: "Two ploughs with hydraulic blades for the garages", ...atNoon, b: "Hale County, OH" },
    {
      t: "Snowploughs: purchase, fitting and training of drivers",
      s: "Two ploughs with hydraulic blades, for garages",
      ...atNoon,
      b: "Hale County Board",
    },
  ],
  [
    "the same value at the same minute in other words",
    { t: "Supported living for adults with autism", v: "4300000", ...atNoon },
    { t: "Autism: accommodation and care", v: "4300000", ...atNoon },
  ],
  [
    "the same trade and description at the same minute in other words",
    { t: "Ferry Timetable Printing", c: "96642", s: "Printing of 12,500 timetables of the ferries, folded", ...atNoon },
    { t: "Folded Leaflets for the Ferry", c: "966-42", s: "Some 12,500 timetables are printed and folded", ...atNoon },
  ],
  ["procedure", { t: "A", p: "ocds-x-1" }, { t: "Something else altogether", p: "OCDS-X-1" }],
  [
    "procedure over other dates",
    { t: "Bridge repair", p: "q-7", d: "2031-01-01" },
    { t: "Bridge repair", p: "q-7", d: "2031-03-01" },
  ],
  [
    "reference",
    { t: "School meals", r: "RC/2031/014", ...riverton },
    { t: "Catering for schools", r: "RC-2031-014", b: "City of Riverton" },
  ],
  [
    "reference with a label",
    { t: "School meals", r: "Ref. no. RC 2031 014", b: "Riverton City Council" },
    { t: "School meals", r: "RC2031014", b: "Riverton Council" },
  ],
  [
    "reference in the title",
    { t: "RFP-2031-0417: Janitorial services", b: "Harbor Port Authority" },
    { t: "Janitorial services", r: "RFP 2031-0417", b: "Harbor Port Authority" },
  ],
  [
    "reference, moved deadline",
    { t: "Snow clearing", r: "T-90031", b: "Town of Elk", d: "2031-02-01" },
    { t: "Snow clearing", r: "T-90031", b: "Town of Elk", d: "2031-02-15" },
  ],
  [
    "reference, buyer untold",
    { t: "Snow clearing of roads", r: "T-90031" },
    { t: "Snow clearing of town roads", r: "T-90031", b: "Town of Elk" },
  ],
  [
    "title, buyer, day",
    { t: "Replacement of street lamps", ...riverton },
    { t: "Replacement of street lamps", ...riverton },
  ],
  [
    "another order of words",
    { t: "Street lamps: replacement", ...riverton },
    { t: "Replacement of street lamps", ...riverton },
  ],
  [
    "generic words added",
    { t: "Invitation to tender for the provision of grounds maintenance services", ...riverton },
    { t: "Grounds maintenance", ...riverton },
  ],
  ["plural and singular", { t: "Supply of fire engine", ...riverton }, { t: "Supply of fire engines", ...riverton }],
  ["a slip", { t: "Lift maintenence and repair", ...riverton }, { t: "Lift maintenance and repair", ...riverton }],
  [
    "upper case and accents",
    { t: "RÉNOVATION DE LA MÉDIATHÈQUE", b: "Ville de Lyon", d: "2031-04-04" },
    { t: "Renovation de la mediatheque", b: "VILLE DE LYON", d: "2031-04-04" },
  ],
  [
    "German umlauts",
    { t: "Gebäudereinigung Rathaus", ...bern },
    { t: "Gebäudereinigung Rathaus", b: "Bern Stadt", d: "2031-06-10" },
  ],
  ["eszett", { t: "Straßenbau Ringstraße", ...bern }, { t: "Strassenbau Ringstrasse", ...bern }],
  [
    "buyer with its department",
    { t: "Ambulance vehicles leasing", b: "Lakeland Health Board, Procurement Department", d: "2031-07-01" },
    { t: "Ambulance vehicles leasing", b: "Lakeland Health Board", d: "2031-07-01" },
  ],
  [
    "buyer with an abbreviation for some of its words",
    { t: "Remise en état de logements vacants", b: "OPH de la Creuse", d: "2031-07-01" },
    { t: "Logements vacants : remise en état", b: "Office public de l'habitat de la Creuse", d: "2031-07-01" },
  ],
  [
    "one title says more, and bids are due at the very hour",
    { t: "Body worn video cameras and docking stations", b: "Lakeland Police", d: "2031-07-01T11:00:00.000Z" },
    { t: "Body-worn video cameras", b: "Lakeland Police", d: "2031-07-01T11:00:00.000Z" },
  ],
  [
    "buyer abbreviated",
    { t: "Field kitchens and tents", b: "MoD", d: "2031-07-01" },
    { t: "Field kitchens and tents", b: "Ministry of Defence", d: "2031-07-01" },
  ],
  [
    "buyer with legal form",
    { t: "Signalling cables", b: "Northline Railways GmbH", d: "2031-07-01" },
    { t: "Signalling cables", b: "Northline Railways", d: "2031-07-01" },
  ],
  [
    "buyer untold, long title and same day",
    { t: "Digital archive of the parish registers", d: "2031-07-01" },
    { t: "Digital archive of the parish registers", b: "State Archive", d: "2031-07-01" },
  ],
  [
    "no day told, published near",
    { t: "Dredging of the inner harbour", b: "Port of Elm", pub: "2031-01-03" },
    { t: "Dredging of the inner harbour", b: "Port of Elm", pub: "2031-01-10" },
  ],
  [
    "other wording, same value and day",
    { t: "Security guarding for museums", b: "Riverton City Council", d: "2031-05-02", v: "450000" },
    { t: "Museums guarding and reception security", b: "Riverton City Council", d: "2031-05-02", v: "450000" },
  ],
  ["same part", { t: "Care homes, lot 2", ...riverton }, { t: "Care homes (Lot II)", ...riverton }],
  ["part in two languages", { t: "Schulmöbel Los 3", ...bern }, { t: "Schulmöbel (lot 3)", ...bern }],
  [
    "same year",
    { t: "Road surfacing programme 2031", ...riverton },
    { t: "Road Surfacing Programme (2031)", ...riverton },
  ],
  [
    "number only in one",
    { t: "Tender 4471 Tree planting along avenues", ...riverton },
    { t: "Tree planting along avenues", ...riverton },
  ],
  [
    "Spanish",
    { t: "Suministro de autobuses eléctricos", b: "Ayuntamiento de Vigo", d: "2031-09-09" },
    { t: "Autobuses electricos", b: "AYUNTAMIENTO DE VIGO", d: "2031-09-09" },
  ],
  [
    "Italian",
    { t: "Servizio di manutenzione ascensori", b: "Comune di Bari", d: "2031-09-09" },
    { t: "Manutenzione degli ascensori", b: "Comune di Bari", d: "2031-09-09" },
  ],
  [
    "French",
    { t: "Marché de travaux : réfection toiture gymnase", b: "Mairie de Pau", d: "2031-09-09" },
    { t: "Réfection de la toiture du gymnase", b: "Mairie de Pau", d: "2031-09-09" },
  ],
  [
    "award after the tender by reference",
    { t: "Award: School meals", r: "RC/2031/014", b: "Riverton City Council", pub: "2031-09-01" },
    { t: "School meals", r: "RC/2031/014", ...riverton, pub: "2031-01-01" },
  ],
  [
    "a subtitle more",
    { t: "Hydrogen buses for the airport shuttle", ...riverton },
    { t: "Hydrogen buses for the airport shuttle line", ...riverton },
  ],
  [
    "other listing of the same source by reference",
    { t: "School meals (amendment)", r: "RC/2031/014", ...riverton, src: "s" },
    { t: "School meals", r: "RC/2031/014", ...riverton, src: "s" },
  ],
];

/** What looks alike and is not the same, and by what it differs. */
export const notSame: [string, Side, Side][] = [
  [
    "words that begin alike and mean other things, due at the same minute",
    { t: "Hire of electrical equipment", ...atNoon },
    { t: "Hire of electronic equipment", ...atNoon },
  ],
  [
    "the contract before, whose number the next one names",
    { t: "Laundry of bedding", m: ["EC447131"], ...atNoon },
    { t: "Laundry of bedding", r: "EC 4471/31", b: atNoon.b, d: "2027-05-02" },
  ],
  [
    "another side of the county, of one value and at the same minute",
    {
      t: "Gully emptying, eastern roads",
      v: "90000",
      c: "90641",
      s: "Emptying of 4,100 gullies by the road",
      ...atNoon,
    },
    {
      t: "Gully emptying, western roads",
      v: "90000",
      c: "90641",
      s: "Emptying of 4,100 gullies by the road",
      ...atNoon,
    },
  ],
  [
    "another thing of the same trade, due at the same minute",
    { t: "Ferry timetable printing", c: "96642", s: "Printing of 12,500 timetables of the ferries", ...atNoon },
    { t: "Ballot paper printing", c: "96642", s: "Secure printing of 410,000 papers for the poll", ...atNoon },
  ],
  [
    "a reference within another of another buyer",
    { t: "Backhoe, two each", r: "C31-207", ...atNoon },
    { t: "Backhoe, two each", r: "ST-OAK-C31-207", ...atNoon, b: "Town of Oakley" },
  ],
  ["another lot", { t: "Care homes, lot 2", ...riverton }, { t: "Care homes, lot 3", ...riverton }],
  ["a lot and the whole", { t: "Care homes framework", ...riverton }, { t: "Care homes framework lot 2", ...riverton }],
  [
    "another lot under one reference",
    { t: "Care homes, lot 2", r: "RC/2031/020", ...riverton },
    { t: "Care homes, lot 3", r: "RC/2031/020", ...riverton },
  ],
  ["another lot in German", { t: "Schulmöbel Los 1", ...bern }, { t: "Schulmöbel Los 2", ...bern }],
  ["lots by letter", { t: "Care homes Lot A", ...riverton }, { t: "Care homes Lot B", ...riverton }],
  ["lots in roman", { t: "Care homes Lot I", ...riverton }, { t: "Care homes Lot II", ...riverton }],
  [
    "another year",
    { t: "Road surfacing programme 2031", ...riverton },
    { t: "Road surfacing programme 2032", ...riverton },
  ],
  ["another phase", { t: "Tramway extension phase 1", ...riverton }, { t: "Tramway extension phase 2", ...riverton }],
  [
    "another region",
    { t: "Grounds maintenance north area", ...riverton },
    { t: "Grounds maintenance south area", ...riverton },
  ],
  [
    "another town's buyer",
    { t: "Replacement of street lamps", ...riverton },
    { t: "Replacement of street lamps", b: "Milltown City Council", d: "2031-05-02" },
  ],
  [
    "another day",
    { t: "Replacement of street lamps", ...riverton },
    { t: "Replacement of street lamps", b: "Riverton City Council", d: "2031-08-02" },
  ],
  [
    "next year's, no days told",
    { t: "Dredging of the inner harbour", b: "Port of Elm", pub: "2031-01-03" },
    { t: "Dredging of the inner harbour", b: "Port of Elm", pub: "2032-01-05" },
  ],
  [
    "one reference, two buyers",
    { t: "Office furniture", r: "2031/0001", b: "County of Ash" },
    { t: "Laboratory gases", r: "2031/0001", b: "Ministry of Health" },
  ],
  [
    "one reference and title, two buyers",
    { t: "Office furniture", r: "2031/0001", b: "County of Ash" },
    { t: "Office furniture", r: "2031/0001", b: "Ministry of Health" },
  ],
  [
    "references of one series",
    { t: "Office furniture", r: "NW-2031-014", ...riverton },
    { t: "Office furniture", r: "NW-2031-015", ...riverton },
  ],
  [
    "two listings of one source",
    { t: "Office furniture", ...riverton, src: "s" },
    { t: "Office furniture", ...riverton, src: "s" },
  ],
  ["another thing", { t: "Supply of laptops", ...riverton }, { t: "Supply of printers", ...riverton }],
  [
    "another building",
    { t: "Roof repair of Oak School", ...riverton },
    { t: "Roof repair of Elm School", ...riverton },
  ],
  ["another brand of work", { t: "Cleaning of Oak School", ...riverton }, { t: "Catering of Oak School", ...riverton }],
  [
    "only generic words shared",
    { t: "Request for proposals: consultancy services", ...riverton },
    { t: "Request for proposals: translation services", ...riverton },
  ],
  [
    "short title, buyer untold",
    { t: "Cleaning", d: "2031-07-01" },
    { t: "Cleaning", b: "State Archive", d: "2031-07-01" },
  ],
  [
    "university of another town",
    { t: "Laboratory freezers", b: "University of Ash", d: "2031-07-01" },
    { t: "Laboratory freezers", b: "University of Elm", d: "2031-07-01" },
  ],
  [
    "German towns",
    { t: "Gebäudereinigung Rathaus", ...bern },
    { t: "Gebäudereinigung Rathaus", b: "Stadt Thun", d: "2031-06-10" },
  ],
  ["districts", { t: "Winterdienst Bezirk 4", ...bern }, { t: "Winterdienst Bezirk 5", ...bern }],
  [
    "numbered schools",
    { t: "Painting of school no. 12", ...riverton },
    { t: "Painting of school no. 14", ...riverton },
  ],
  [
    "other value",
    { t: "Security guarding for museums", ...riverton, v: "450000" },
    { t: "Museums guarding and reception security", ...riverton, v: "90000" },
  ],
  ["one route and the next", { t: "School bus route 7", ...riverton }, { t: "School bus route 8", ...riverton }],
  [
    "French lots",
    { t: "Réfection école, lot 1 gros œuvre", b: "Mairie de Pau", d: "2031-09-09" },
    { t: "Réfection école, lot 2 plomberie", b: "Mairie de Pau", d: "2031-09-09" },
  ],
  [
    "too short a reference",
    { t: "Kiosks", r: "12", b: "Town of Elk", d: "2031-01-01" },
    { t: "Benches", r: "12", b: "Town of Elk", d: "2031-01-01" },
  ],
  [
    "a reference without a digit",
    { t: "Kiosks", r: "OPEN", b: "Town of Elk", d: "2031-01-01" },
    { t: "Benches", r: "OPEN", b: "Town of Elk", d: "2031-01-01" },
  ],
  [
    "tickets of a framework",
    { t: "Translation services mini-competition 14", ...riverton },
    { t: "Translation services mini-competition 15", ...riverton },
  ],
  ["east and west in German", { t: "Straßenreinigung Ost", ...bern }, { t: "Straßenreinigung West", ...bern }],
  [
    "one reference for other matters on other days",
    { t: "Kiosks for the promenade", r: "PLAN-2031", b: "Town of Elk", d: "2031-01-01" },
    { t: "Ambulance leasing", r: "PLAN-2031", b: "Town of Elk", d: "2031-05-01" },
  ],
];
