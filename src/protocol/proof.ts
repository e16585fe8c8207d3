/**
 * The header with the second half of a session. A browser writes its cookies into the profile folder, where whoever
 * takes the disk reads them: so a session that was begun with a proof counts only together with it, and the staff app
 * keeps the proof in memory alone, as long as somebody has unlocked.
 */
export const PROOF_HEADER = 'x-jinban-proof';
