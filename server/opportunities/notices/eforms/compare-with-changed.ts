import type { XmlNode } from "@/server/crawling/xml";
import { findValues, parentsOf } from "./find-elements";

/** What a correction may not touch: it would be another procedure. */
const fixed: [string, string][] = [
  ["cbc:ContractFolderID", "the procedure's identifier"],
  ["cbc:RegulatoryDomain", "the legal basis"],
  ["cbc:NoticeTypeCode", "the type of the notice"],
  ["cac:TenderingProcess/cbc:ProcedureCode", "the type of procedure"],
  ["cac:ProcurementProject/cac:MainCommodityClassification/cbc:ItemClassificationCode", "the main classification"],
];

/** Fields that cannot change and that a correction states otherwise than the notice that it changes. */
export function compareWithChanged(change: XmlNode, changed: XmlNode): string[] {
  const [after, before] = [parentsOf(change), parentsOf(changed)];
  return fixed.flatMap(([path, what]) => {
    const [was, is] = [findValues(changed, path, before)[0], findValues(change, path, after)[0]];
    return was && is && was !== is ? [`It changes ${what} from "${was}" to "${is}", which a correction cannot.`] : [];
  });
}
