const spaces = {
  "": "urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2",
  cac: "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
  cbc: "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
  ext: "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
  efac: "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
  efbc: "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
  efext: "http://data.europa.eu/p27/eforms-ubl-extensions/1",
};

export interface NoticeParts {
  id?: string;
  folder?: string;
  subtype?: string;
  changes?: string;
  organisations?: string;
  titles?: string;
  lots?: string;
  process?: string;
  language?: string;
}

export const organisation = (id: string, name: string) => `
<efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID schemeName="organization">${id}</cbc:ID></cac:PartyIdentification>
<cac:PartyName><cbc:Name languageID="DEU">${name}</cbc:Name></cac:PartyName><cac:PostalAddress><cac:Country>
<cbc:IdentificationCode listName="country">AUT</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
<cac:Contact><cbc:ElectronicMail>einkauf@stadt.example</cbc:ElectronicMail></cac:Contact></efac:Company></efac:Organization>`;

export const lot = (id: string, deadline = "2031-05-02+02:00") => `
<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">${id}</cbc:ID><cac:TenderingTerms>
<cac:CallForTendersDocumentReference><cbc:ID>Unterlagen</cbc:ID><cbc:DocumentType>non-restricted-document</cbc:DocumentType><cac:Attachment>
<cac:ExternalReference><cbc:URI>https://vergabe.example/${id}</cbc:URI></cac:ExternalReference></cac:Attachment></cac:CallForTendersDocumentReference>
<cac:TendererQualificationRequest><cac:SpecificTendererRequirement>
<cbc:TendererRequirementTypeCode listName="selection-criteria-source">epo-procurement-document</cbc:TendererRequirementTypeCode>
</cac:SpecificTendererRequirement></cac:TendererQualificationRequest>
<cac:TenderRecipientParty><cbc:EndpointID>https://vergabe.example/abgabe</cbc:EndpointID></cac:TenderRecipientParty></cac:TenderingTerms>
<cac:TenderingProcess><cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>${deadline}</cbc:EndDate><cbc:EndTime>10:30:00+02:00</cbc:EndTime>
</cac:TenderSubmissionDeadlinePeriod></cac:TenderingProcess>
<cac:ProcurementProject><cbc:Name languageID="DEU">Abschnitt ${id}</cbc:Name><cbc:Description languageID="DEU">Wege und Beete.</cbc:Description>
<cbc:ProcurementTypeCode listName="contract-nature">services</cbc:ProcurementTypeCode><cac:MainCommodityClassification>
<cbc:ItemClassificationCode listName="cpv">77310000</cbc:ItemClassificationCode></cac:MainCommodityClassification>
<cac:RealizedLocation><cac:Address><cbc:CountrySubentityCode listName="nuts-lvl3">AT130</cbc:CountrySubentityCode><cac:Country>
<cbc:IdentificationCode listName="country">AUT</cbc:IdentificationCode></cac:Country></cac:Address></cac:RealizedLocation></cac:ProcurementProject>
</cac:ProcurementProjectLot>`;

/** A contract notice that breaks no rule, unless its parts do. */
export function aNotice(parts: NoticeParts = {}): string {
  const declared = Object.entries(spaces).map(([prefix, address]) => `xmlns${prefix ? `:${prefix}` : ""}="${address}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<ContractNotice ${declared.join(" ")}>
<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>${parts.changes ?? ""}
<efac:NoticeSubType><cbc:SubTypeCode listName="notice-subtype">${parts.subtype ?? "E3"}</cbc:SubTypeCode></efac:NoticeSubType>
<efac:Organizations>${parts.organisations ?? organisation("ORG-0001", "Stadt Beispiel")}</efac:Organizations>
</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
<cbc:UBLVersionID>2.3</cbc:UBLVersionID><cbc:CustomizationID>eforms-sdk-1.13</cbc:CustomizationID>
<cbc:ID schemeName="notice-id">${parts.id ?? "a03fdc6d-9924-4e99-93cf-39b925bb0001"}</cbc:ID>
<cbc:ContractFolderID>${parts.folder ?? "d8e0c26b-6206-4588-85f5-946afb84a001"}</cbc:ContractFolderID>
<cbc:IssueDate>2031-03-21+01:00</cbc:IssueDate><cbc:IssueTime>09:00:00+01:00</cbc:IssueTime><cbc:VersionID>01</cbc:VersionID>
<cbc:RegulatoryDomain>other</cbc:RegulatoryDomain><cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode>
<cbc:NoticeLanguageCode>${parts.language ?? "DEU"}</cbc:NoticeLanguageCode>
<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID schemeName="organization">ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>
<cac:TenderingTerms><cac:ProcurementLegislationDocumentReference><cbc:ID>LocalLegalBasis</cbc:ID>
<cbc:DocumentDescription languageID="DEU">Landesrecht</cbc:DocumentDescription></cac:ProcurementLegislationDocumentReference>
<cac:TendererQualificationRequest><cac:SpecificTendererRequirement>
<cbc:TendererRequirementTypeCode listName="exclusion-grounds-source">epo-procurement-document</cbc:TendererRequirementTypeCode>
</cac:SpecificTendererRequirement></cac:TendererQualificationRequest></cac:TenderingTerms>
<cac:TenderingProcess><cbc:ProcedureCode listName="procurement-procedure-type">${parts.process ?? "open"}</cbc:ProcedureCode></cac:TenderingProcess>
<cac:ProcurementProject><cbc:ID schemeName="InternalID">GA-2031/4</cbc:ID>
${parts.titles ?? '<cbc:Name languageID="ENG">Care of parks</cbc:Name><cbc:Name languageID="DEU">Pflege der Parks</cbc:Name>'}
<cbc:Description languageID="DEU">Pflege aller Parks der Stadt.</cbc:Description><cbc:ProcurementTypeCode listName="contract-nature">services</cbc:ProcurementTypeCode>
<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="EUR">420000</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>
<cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">77310000</cbc:ItemClassificationCode></cac:MainCommodityClassification>
<cac:RealizedLocation><cac:Address><cbc:CountrySubentityCode listName="nuts-lvl3">AT130</cbc:CountrySubentityCode><cac:Country>
<cbc:IdentificationCode listName="country">AUT</cbc:IdentificationCode></cac:Country></cac:Address></cac:RealizedLocation></cac:ProcurementProject>
${parts.lots ?? lot("LOT-0001")}</ContractNotice>`;
}
