import type { Database } from './database.ts';
import { REGISTER_ROW } from './registerRow.ts';
import { caseTables, forgetAllCases } from './retention.ts';

/**
 * Gives up everything readable: cases, drafts, slips, registers, what is known of people, and the copies of commands
 * for the screen. What is still to be sent stays, sealed to the endpoint, and can be sent by anybody.
 */
export async function wipeReadable(db: Database): Promise<void> {
  const tables = [...caseTables(db), db.commands, db.drafts, db.slips, db.meta];
  await db.transaction('rw', tables, async () => {
    await Promise.all([forgetAllCases(db), db.drafts.clear(), db.slips.clear()]);
    await db.meta.where('key').startsWithAnyOf('person', REGISTER_ROW).delete();
    await db.meta.delete('feed');
    const commands = await db.commands.toArray();
    // The district has these, and nobody here will read them again.
    const confirmed = commands.filter((row) => row.state === 'recorded').map((row) => row.id);
    await db.commands.bulkDelete(confirmed);
    await db.commands.bulkPut(
      commands.filter((row) => row.state !== 'recorded').map((row) => ({ ...row, body: null })),
    );
  });
}
