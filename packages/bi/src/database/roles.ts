/** May read every view of the `bi` schema: what everybody may know. Holds no password; give it to the users of BI tools. */
export const BI_ROLE = 'lientinh_bi';
/** Sees in the same views also what only the ministry may know: what provinces claim for themselves. */
export const BI_MINISTRY_ROLE = 'lientinh_bi_ministry';
