import { type Site, type SiteOptions, startSite } from "../ground/start-site";
import { agenda } from "./agenda";
import { annonces } from "./annonces";
import { auental } from "./auental";
import { bidmarket } from "./bidmarket";
import { brevanne } from "./brevanne";
import { cityHall } from "./city-hall";
import { council } from "./council";
import { craigmoor } from "./craigmoor";
import { fellmarket } from "./fellmarket";
import { hashApp } from "./hash-app";
import { hub } from "./hub";
import { kreisblatt } from "./kreisblatt";
import { lakeland } from "./lakeland";
import { landesportal } from "./landesportal";
import { licitaciones } from "./licitaciones";
import { marchesOuest } from "./marches-ouest";
import { nordmark } from "./nordmark";
import { northmere } from "./northmere";
import { noticeFinder } from "./notice-finder";
import { oberrhein } from "./oberrhein";
import { openDocket } from "./open-docket";
import { palisade } from "./palisade";
import { plateforme } from "./plateforme";
import { prairie } from "./prairie";
import { openProcurementRegister, type ProcurementChange, type ProcurementRegister } from "./register";
import { sandhill } from "./sandhill";
import { sauvigne } from "./sauvigne";
import { shires } from "./shires";
import type { Skin } from "./skin";
import { southern } from "./southern";
import { statebids } from "./statebids";
import { talstetten } from "./talstetten";
import { threeRivers } from "./three-rivers";
import { tidewater } from "./tidewater";
import { vallombre } from "./vallombre";
import { vergabe } from "./vergabe";
import { wendle } from "./wendle";

/**
 * The first eight, two of each country, and behind them the second, blind set: written by somebody who had not seen how pages are read,
 * of other makes, and not changed since to be read more easily. From `shires` on they are a third set, written as blindly: every notice has its
 * own dates, some are published while the site is watched, some are prior information, and some demands stand in an attached document alone.
 * From `southern` on they are a fourth and from `lakeland` on a fifth, made in the same manner; from `wendle` on
 * a sixth, from `auental` on a seventh and from `palisade` on an eighth, of which `portalStories` tells what happens on each day.
 */
export const procurementSkins = {
  bidmarket,
  statebids,
  council,
  hub,
  vergabe,
  landesportal,
  annonces,
  plateforme,
  licitaciones,
  cityHall,
  hashApp,
  kreisblatt,
  agenda,
  shires,
  threeRivers,
  noticeFinder,
  prairie,
  marchesOuest,
  nordmark,
  southern,
  tidewater,
  oberrhein,
  lakeland,
  openDocket,
  talstetten,
  wendle,
  fellmarket,
  sandhill,
  vallombre,
  auental,
  northmere,
  craigmoor,
  sauvigne,
  palisade,
  brevanne,
} satisfies Record<string, Skin>;
export type ProcurementSkin = keyof typeof procurementSkins;

export interface ProcurementSite extends Site<ProcurementChange> {
  /** What somebody would paste. */
  listingUrl: string;
  register: ProcurementRegister;
}

/**
 * Procurement portals in the styles of several countries, two of each country, with some tenders on both in other words, lookalikes
 * that are other tenders, and closed and cancelled ones in between. `register.all()` is the truth of each.
 */
export async function startProcurementSite(name: ProcurementSkin, options: SiteOptions = {}): Promise<ProcurementSite> {
  const skin: Skin = procurementSkins[name];
  const register = openProcurementRegister(skin.plan, options.now ?? new Date());
  const site = await startSite<ProcurementChange>(
    options,
    (request) =>
      skin.answer(request, register) ?? { status: 404, body: "<!DOCTYPE html><title>404</title><h1>Not found</h1>" },
    register.change,
  );
  return { ...site, register, listingUrl: site.origin + skin.listingPath };
}
