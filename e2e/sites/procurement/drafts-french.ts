import type { NoticeDraft } from "./notice";

const buyers = [
  "Commune de Saint-Aurèle",
  "Département de la Haute-Ourve",
  "Centre hospitalier de Brévannes-sur-Loue",
  "Communauté d'agglomération du Pays d'Étrelles",
  "Région Val-de-Serre",
  "Office public de l'habitat de l'Ourve",
];

const titles: [string, string][] = [
  ["Entretien des espaces verts communaux", "Tonte, taille et fleurissement de 34 hectares"],
  ["Fourniture de véhicules utilitaires électriques", "Douze fourgonnettes électriques et leurs bornes"],
  ["Maintenance des équipements d'imagerie médicale", "Maintenance préventive et corrective de 27 appareils"],
  ["Collecte des déchets ménagers et assimilés", "Collecte en porte-à-porte dans 31 communes"],
  ["Transport scolaire, secteur de la vallée", "Exploitation de 14 circuits scolaires"],
  ["Réhabilitation énergétique de 96 logements", "Isolation par l'extérieur, menuiseries et ventilation"],
  ["Restauration collective des écoles", "Préparation et livraison de 1 100 repas par jour"],
  ["Réfection de la route départementale 41", "Rabotage et enrobés sur 7,2 kilomètres"],
  ["Fourniture de dispositifs de perfusion", "Perfuseurs, prolongateurs et pompes en dépôt"],
  [
    "Assistance à maîtrise d'ouvrage pour le schéma directeur d'eau potable",
    "Diagnostic, modélisation et programme de travaux",
  ],
  ["Système d'information voyageurs", "Afficheurs, logiciel et maintenance pendant cinq ans"],
  ["Travaux de remise en état des logements vacants", "Peinture, sols et électricité au fil des départs"],
  ["Construction d'une médiathèque, gros œuvre", "Fondations et structure en béton bas carbone"],
  ["Surveillance et gardiennage des bâtiments départementaux", "Rondes, télésurveillance et accueil"],
  ["Prestations de blanchisserie", "Location et entretien du linge de 620 lits"],
  ["Exploitation de la piscine communautaire", "Accueil, surveillance et entretien du bassin nordique"],
  ["Études géotechniques des lycées", "Sondages et essais sur neuf sites"],
  ["Entretien des ascenseurs", "Maintenance et dépannage de 112 ascenseurs"],
  ["Rénovation de l'éclairage public", "Remplacement de 1 850 luminaires"],
  ["Téléphonie et accès à internet", "Lignes fixes, mobiles et accès très haut débit"],
];

const needs = [
  [
    "Le titulaire doit justifier d'une assurance responsabilité civile d'au moins 2 000 000 euros.",
    "Le candidat doit présenter trois références similaires.",
  ],
  [
    "Le titulaire doit désigner un interlocuteur unique.",
    "Les livraisons doivent intervenir dans un délai de 30 jours.",
  ],
  [
    "Les candidats doivent être titulaires de la certification ISO 14001 ou équivalent.",
    "Le titulaire doit intervenir dans un délai de quatre heures.",
  ],
];

export const frenchDrafts: NoticeDraft[] = titles.map(([title, summary], index) => ({
  title,
  summary: `${summary}.`,
  buyer: buyers[index % buyers.length] ?? "",
  reference:
    [`2026-S-${String(101 + index * 3)}`, `26DCP0${String(17 + index)}`, `MAPA 2026/${String(40 + index)}`][
      index % 3
    ] ?? "",
  needs: needs[index % needs.length] ?? [],
}));
