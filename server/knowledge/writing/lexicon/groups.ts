/** [how people say it, how documents say it], each a list parted by commas. */
export type LexiconGroup = readonly [everyday: string, terms: string];
export const lexiconGroups: readonly LexiconGroup[] = [];
