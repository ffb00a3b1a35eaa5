import type { NoticeDraft } from "./notice";

/** `needs` of which every third notice has the same. */
function draftsOf(
  titles: readonly (readonly [title: string, summary: string])[],
  buyers: readonly string[],
  needs: readonly string[][],
  referenceOf: (index: number) => string,
): NoticeDraft[] {
  return titles.map(([title, summary], index) => ({
    title,
    summary: `${summary}.`,
    buyer: buyers[index % buyers.length] ?? "",
    reference: referenceOf(index),
    needs: needs[index % needs.length] ?? [],
  }));
}

export const spanishDrafts = draftsOf(
  [
    [
      "Servicio de limpieza de colegios públicos",
      "Limpieza diaria de nueve centros con una superficie total de 18.300 metros cuadrados",
    ],
    ["Suministro de dos camiones de recogida lateral", "Vehículos de 18 toneladas con caja compactadora"],
    ["Mantenimiento de zonas verdes del distrito norte", "Siega, poda y riego de 41 hectáreas"],
    ["Obras de renovación de la red de saneamiento de la calle Mayor", "Sustitución de 860 metros de colector"],
    ["Servicio de ayuda a domicilio", "Atención a unas 620 personas dependientes"],
    ["Suministro de reactivos para el laboratorio de hematología", "Reactivos y cesión de dos analizadores"],
    ["Servicio de transporte escolar, lote 1: rutas de montaña", "Seis rutas con acompañante"],
    ["Servicio de transporte escolar, lote 2: rutas de costa", "Cuatro rutas con acompañante"],
    ["Plataforma de administración electrónica", "Licencias, implantación y soporte durante cuatro años"],
    ["Mantenimiento de ascensores de edificios municipales", "Revisión y averías de 57 ascensores"],
    ["Conservación de la carretera provincial CP-14", "Bacheo, señalización y vialidad invernal en 33 kilómetros"],
    ["Servicio de socorrismo en playas, temporada 2027", "Vigilancia de cinco playas de junio a septiembre"],
    ["Servicio de socorrismo en playas, temporada 2026", "Vigilancia de cinco playas de junio a septiembre"],
    ["Redacción del proyecto del nuevo centro de salud", "Proyecto básico y de ejecución con dirección facultativa"],
  ],
  [
    "Alcaldía del Ayuntamiento de Valdehoya",
    "Junta de Gobierno de la Diputación Provincial de Serranegra",
    "Dirección Gerencia del Hospital Comarcal de Peñalba",
  ],
  [
    [
      "El contratista deberá disponer de un seguro de responsabilidad civil de al menos 1.200.000 euros.",
      "El licitador deberá acreditar tres servicios similares en los últimos tres años.",
    ],
    [
      "Las entregas deberán realizarse en un plazo máximo de 45 días.",
      "El adjudicatario deberá designar un responsable único.",
    ],
    [
      "Los licitadores deberán contar con el certificado ISO 14001 o equivalente.",
      "Las averías urgentes deberán atenderse en menos de tres horas.",
    ],
  ],
  (index) => [`SER/2026/${118 + index * 4}`, `2026-${40_211 + index}`, `EXP 0${61 + index}/26`][index % 3] ?? "",
);

/** The notices of one city. */
export const cityDrafts = draftsOf(
  [
    ["Sidewalk and Curb Ramp Replacement", "Removal and replacement of 9,200 square feet of sidewalk at 38 corners"],
    ["Citywide Document Scanning Services", "Scanning and indexing of about 1.4 million pages of permit files"],
    ["Marina Fuel Dock Operator", "Operation of the fuel dock and pump-out station at the east marina"],
    ["Fire Station 3 Roof Replacement", "Tear-off and replacement of a low-slope roof of 11,400 square feet"],
    ["Street Sweeper Rental with Operator", "Fall leaf season, two machines, five days a week"],
    ["Traffic Signal Maintenance", "Routine and emergency maintenance of 67 signals"],
    ["Body Armor for Police Officers", "Vests of level IIIA, measured and fitted on site"],
    ["Recreation Software as a Service", "Registration, facility booking and payments for the parks department"],
    ["Wastewater Sludge Hauling, Plant A", "Hauling of liquid sludge to a land application site"],
    ["Wastewater Sludge Hauling, Plant B", "Hauling of dewatered sludge to a landfill"],
    ["Holiday Light Display", "Installation and removal of lights on Harbor Street"],
  ],
  ["City of Port Alder"],
  [
    [
      "The successful bidder must carry automobile liability insurance of at least $1,500,000.",
      "Bidders must attend the pre-bid meeting.",
    ],
    [
      "The contractor shall furnish a performance bond for the full amount.",
      "Work must be done between 7 am and 6 pm.",
    ],
    [
      "Proposers must have five years of experience with cities of this size.",
      "Invoices shall be sent monthly to accounts payable.",
    ],
  ],
  (index) => `${["Bid", "RFP", "Bid"][index % 3]} 26-${31 + index * 2}`,
);

export const healthDrafts = draftsOf(
  [
    ["Supply of orthopaedic implants", "Hips, knees and trauma implants on consignment for three theatres"],
    ["Managed Wi-Fi for inpatient wards", "Survey, installation and support of 740 access points"],
    ["Community wheelchair service", "Assessment, provision and repair for about 5,800 users"],
    ["Patient food service, breakfast trolleys", "Cold breakfast on 26 wards, every day of the year"],
    ["Replacement of bedside monitors", "210 monitors with central stations and training"],
    ["Non-emergency courier of pathology samples", "Collections from 74 surgeries twice a day"],
    ["Occupational health service", "Referrals, vaccinations and health surveillance for 9,300 staff"],
    ["Digital dictation and speech recognition", "Software for 480 clinicians and 95 secretaries"],
    ["Roof repairs, Block C", "Patch repairs and overlay of 1,900 square metres of felt roof"],
    ["Roof repairs, Block D", "Patch repairs and overlay of 2,300 square metres of felt roof"],
    ["Sexual health testing kits by post", "Kits, laboratory analysis and results by text message"],
    ["Car park management", "Barriers, permits and enforcement at two hospital sites"],
    ["Medical gas pipeline maintenance", "Quarterly maintenance with call-out"],
  ],
  ["Northmoor University Hospitals NHS Trust", "Hale and Fenwick Integrated Care Board", "Eastmarch Ambulance Service"],
  [
    [
      "The supplier must complete the data security toolkit before the contract starts.",
      "Staff must hold an enhanced disclosure.",
    ],
    [
      "The supplier shall provide a spare unit within 24 hours.",
      "Tenderers must show two comparable contracts of the last five years.",
    ],
    ["Prices must be held for 24 months.", "The supplier shall attend a review every quarter."],
  ],
  (index) => `${["NMH", "ICB", "EAS"][index % 3]}-${2604 + index * 9}`,
);

export const districtDrafts = draftsOf(
  [
    ["Lieferung von Schulmöbeln für die Gesamtschule Süd", "Tische, Stühle und Schränke für 31 Klassenräume"],
    ["Dachsanierung der Kreissporthalle", "Abdichtung, Dämmung und Oberlichter auf 2.150 m²"],
    ["Abfuhr von Sperrmüll und Altholz", "Sammlung auf Abruf in vierzehn Gemeinden"],
    ["Löschgruppenfahrzeug LF 20", "Fahrgestell, Aufbau und Beladung in drei Losen"],
    ["Übersetzungs- und Dolmetscherleistungen", "Einsätze in Ämtern und Schulen in 22 Sprachen"],
    ["Straßenbeleuchtung: Umrüstung auf LED", "Austausch von 2.640 Leuchten einschließlich Steuerung"],
    ["Gebäudereinigung, Los 1: Verwaltung", "Unterhaltsreinigung von sieben Dienstgebäuden"],
    ["Gebäudereinigung, Los 2: Schulen", "Unterhaltsreinigung von zwölf Schulen"],
    ["Mittagsverpflegung an Förderschulen", "Täglich rund 410 Essen in Warmanlieferung"],
    ["Vermessung und Absteckung der Ortsumgehung Wölsau", "Ingenieurvermessung auf 5,3 km"],
    ["Wartung von Brandmeldeanlagen", "Inspektion und Instandsetzung in 44 Gebäuden"],
    ["Fällgreiferarbeiten an Kreisstraßen", "Gefahrfällungen von etwa 700 Eschen"],
  ],
  ["Landkreis Mühlenbrück", "Gemeinde Röderwitz", "Zweckverband Abfallwirtschaft Örtzetal"],
  [
    [
      "Der Bieter muss eine Haftpflichtversicherung über mindestens 2 Mio. Euro nachweisen.",
      "Die Leistung ist werktags zwischen 7 und 18 Uhr zu erbringen.",
    ],
    [
      "Der Auftragnehmer hat einen verantwortlichen Bauleiter zu benennen.",
      "Zwei Referenzen aus den letzten fünf Jahren sind vorzulegen.",
    ],
    ["Die Lieferung muss frei Verwendungsstelle erfolgen.", "Ersatzteile müssen zehn Jahre lang lieferbar sein."],
  ],
  (index) => [`${21 + index}/26 ÖA`, `ZV-26-${310 + index * 5}`, `40.2-${118 + index}`][index % 3] ?? "",
);

export const housingDrafts = draftsOf(
  [
    ["Kitchen and bathroom replacements", "Replacements in 310 homes a year"],
    ["Fire door inspection programme", "Inspection of 6,400 doors every year with minor repairs"],
    ["Out-of-hours call handling", "Answering of repair calls at night and at weekends"],
    ["Damp and mould treatment", "Surveys, treatment and ventilation in 450 homes"],
    ["Door entry system upgrade", "Replacement of 82 panels and 1,900 handsets"],
    ["Communal cleaning, northern estates", "Cleaning of stairs and windows in 96 blocks"],
    ["Communal cleaning, southern estates", "Cleaning of stairs and windows in 71 blocks"],
    ["Void property clearance", "Clearance and disposal within two working days"],
    ["Solar panels on sheltered schemes", "Design and installation of 1.1 megawatts on 24 roofs"],
    ["Legal services panel 2027", "Advice on leases, disrepair and development"],
    ["Legal services panel 2023", "Advice on leases, disrepair and development"],
    ["Lone worker alarms", "Devices and monitoring for 130 staff"],
    ["Play area inspections", "Quarterly and annual inspections of 44 play areas"],
  ],
  ["Hale Valley Housing Association", "Marlbury Homes", "Fenwick Almshouses Trust"],
  [
    [
      "The contractor must hold employer's liability insurance of at least £10 million.",
      "Operatives must carry photographic identification.",
    ],
    [
      "Tenderers must be members of a recognised certification scheme.",
      "The contractor shall give residents seven days' notice.",
    ],
    [
      "The supplier must answer 90 percent of calls within 30 seconds.",
      "Monthly figures shall be provided within five working days.",
    ],
  ],
  (index) => `${["HVH", "MH", "FAT"][index % 3]}/P/${Math.floor(index / 3) + 41}${index}`,
);
