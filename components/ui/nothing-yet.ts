/**
 * What stands for a part whose code is still on its way: `dynamic(() => import(…), { loading: nothingYet })`. Without a
 * `loading` of its own such a part has no boundary, and the whole page would make way for its skeleton meanwhile.
 */
export const nothingYet = () => null;
