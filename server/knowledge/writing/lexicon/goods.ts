/** Goods, works and facility services. */
export const goods = `
things to buy, items, articles, supplies, stuff, goods, products wanted > supplies, items, goods, products, line items, equipment, articles, materials, commodities
how many pieces, number of items, how much of it, amount of goods, count > quantity, quantities, units, each, estimated quantities, minimum quantity
brand, make, certain brand, other brand, same kind, other make, similar product, equal product > brand name, or equal, equivalent, manufacturer, make and model, brand name or equal, equal
specs, details of the product, description of the item, exact features, properties, measurements > specifications, technical specifications, salient characteristics, specification, dimensions, requirements, technical data
bring, ship, shipping, delivery, where to bring, transport, freight, send the goods, drop > delivery, shipment, fob destination, deliver, freight, ship, transportation, delivery location, incoterms, fob, unloading
wrapping, boxes, pack, packing, crates > packaging, packing, marking, pallets, labelling, packaged, labeling
set up, put up, mount, build in, put in place, assemble > installation, install, assembly, commissioning, set-up, installed, erection, configure
new or used, second hand, used things, refurbished > new, refurbished, used, remanufactured, new equipment, reconditioned
sample, specimen, show piece, pattern > sample, samples, product sample, specimen, demonstration unit
send back, return goods, wrong goods, damaged goods > return, rejection, replacement, rejected goods, damaged, returns
shelf life, best before, expiry of goods > shelf life, expiration date, expiry, remaining shelf life
building, construct, construction, build a house, works, renovation > construction, works, building, renovation, refurbishment, civil works, contractor, demolition
drawings, plans of the building, blueprints > drawings, plans, blueprints, design documents, cad, bim, as-built
permits, building permission, official permission > permit, permits, licenses, planning permission, building permit, zoning
cleaning, clean, tidy up, garbage, rubbish, trash > cleaning, janitorial, custodial, waste removal, refuse, debris, disposal
catering, meals, food, canteen, kitchen > catering, food service, meals, menu, cafeteria
cars, trucks, buses, vehicles, drivers > vehicle, vehicles, fleet, driver, transport, trucks
gardening, lawn, trees, snow > grounds maintenance, landscaping, mowing, snow removal, tree
heating, electricity, power, water, energy > hvac, electrical, utilities, energy, power, plumbing, heating
furniture, chairs, desks > furniture, furnishings, desks, seating
medicine, drugs, medical devices, hospital gear > pharmaceutical, medical device, medical equipment, clinical, fda, ce marking
translate, interpreter, other languages > translation, interpretation, interpreter, language services, bilingual
print, printing, posters, brochures > printing, print, publication, brochures
advice, consulting, expert opinion, study, studies > consulting, advisory, consultancy, study, feasibility, assessment, analysis, expert
survey of land, measuring land, soil > survey, surveying, geotechnical, soil, land survey
keys, locks, alarm > locks, keys, alarm, access control
maker, producer, factory, who makes it > manufacturer, oem, producer, authorized reseller, country of origin, manufacturing
country of making, where made, made in > country of origin, made in, buy american, domestic end product, taa, trade agreements act
`;
