/**
 * States, provinces and larger cities whose clocks a tender may name ("Philadelphia local time") and that give no zone of the tz database
 * its name, by that zone. Where a state has two zones, the one that most of its people live in.
 */
const byZone: Record<string, string> = {
  "America/New_York":
    "washington, washington dc, washington d.c., district of columbia, new york city, new york state, boston, atlanta, philadelphia, pittsburgh, baltimore, charlotte, raleigh, richmond, norfolk, miami, tampa, orlando, jacksonville, tallahassee, cleveland, cincinnati, columbus, albany, buffalo, rochester, newark, trenton, hartford, providence, charleston, savannah, connecticut, delaware, florida, maine, maryland, massachusetts, michigan, new hampshire, new jersey, north carolina, ohio, pennsylvania, rhode island, south carolina, vermont, virginia, west virginia",
  "America/Chicago":
    "houston, dallas, austin, san antonio, fort worth, new orleans, baton rouge, memphis, nashville, st. louis, kansas city, minneapolis, st. paul, saint paul, milwaukee, madison, omaha, lincoln, oklahoma city, tulsa, little rock, birmingham al, montgomery, springfield, des moines, alabama, arkansas, illinois, iowa, kansas, louisiana, minnesota, mississippi, missouri, nebraska, north dakota, oklahoma, south dakota, tennessee, texas, wisconsin",
  "America/Denver":
    "salt lake city, albuquerque, santa fe, colorado springs, cheyenne, billings, colorado, montana, new mexico, utah, wyoming, idaho, el paso",
  "America/Phoenix": "arizona, tucson",
  "America/Los_Angeles":
    "san francisco, san diego, san jose, sacramento, oakland, long beach, seattle, tacoma, spokane, portland, las vegas, reno, california, nevada, oregon, washington state",
  "America/Anchorage": "alaska, fairbanks",
  "Pacific/Honolulu": "hawaii",
  "America/Toronto": "ottawa, montreal, montréal, québec, quebec, ontario, mississauga",
  "America/Winnipeg": "manitoba",
  "America/Edmonton": "alberta, calgary",
  "America/Vancouver": "british columbia, victoria bc",
  "America/Regina": "saskatchewan, saskatoon",
  "America/Halifax": "nova scotia, new brunswick, prince edward island, fredericton",
  "America/St_Johns": "newfoundland",
  "Europe/London":
    "england, scotland, wales, northern ireland, edinburgh, glasgow, aberdeen, cardiff, belfast, manchester, birmingham, leeds, bristol, liverpool",
  "Europe/Dublin": "cork, galway, limerick",
  "Europe/Zurich": "geneva, genève, genf, berne, bern, zürich, basel, lausanne",
  "Europe/Berlin":
    "cologne, köln, munich, münchen, hamburg, frankfurt, bonn, stuttgart, düsseldorf, leipzig, dresden, hannover, nürnberg, bremen",
  "Europe/Amsterdam": "the hague, den haag, rotterdam, utrecht, eindhoven",
  "Europe/Brussels": "bruxelles, brussel, antwerp, antwerpen, gent, liège",
  "Europe/Paris": "lyon, marseille, strasbourg, lille, toulouse, nantes, bordeaux",
  "Europe/Vienna": "wien, graz, linz, salzburg",
  "Europe/Rome": "roma, milan, milano, napoli, torino",
  "Europe/Madrid": "barcelona, valencia, sevilla, bilbao",
  "Europe/Lisbon": "lisboa, porto",
  "Europe/Prague": "praha, brno",
  "Europe/Warsaw": "warszawa, kraków, gdańsk, wrocław, poznań",
  "Europe/Copenhagen": "københavn, aarhus",
  "Europe/Stockholm": "göteborg, malmö",
  "Europe/Kyiv": "kiev, lviv",
  "Asia/Kolkata":
    "new delhi, delhi, mumbai, chennai, bangalore, bengaluru, hyderabad, ahmedabad, pune, lucknow, jaipur, bhopal, patna",
  "Asia/Shanghai": "beijing, guangzhou, shenzhen",
  "Asia/Dubai": "abu dhabi, uae, united arab emirates",
  "Australia/Sydney": "canberra, new south wales, nsw",
  "Australia/Melbourne": "victoria",
  "Australia/Brisbane": "queensland",
  "Australia/Adelaide": "south australia",
  "Australia/Perth": "western australia",
  "Australia/Hobart": "tasmania",
  "Australia/Darwin": "northern territory",
  "Pacific/Auckland": "wellington, christchurch",
  "Africa/Lagos": "abuja",
  "Africa/Johannesburg": "pretoria, cape town, durban, south african",
};

let zones: Map<string, string> | null = null;

/** The zone of a place that the table knows; `place` in small letters. */
export function zoneOfKnownPlace(place: string): string | undefined {
  zones ??= new Map(
    Object.entries(byZone).flatMap(([zone, places]) => places.split(", ").map((name) => [name, zone] as const)),
  );
  return zones.get(place);
}
