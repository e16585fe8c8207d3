import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import type { NamingFound } from '../store/filesPort.ts';
import { contentOfFile } from './sealedFile.ts';

/**
 * A file as a person may see it who reads these feeds: opened with the key of a case that stands in one of them.
 * @throws Problem file.unknown, file.onTheWay, file.gone, file.unreadable
 */
export async function readableFile(
  hash: string,
  scopes: readonly string[],
  { store, shelf }: Pick<Context, 'store' | 'shelf'>,
): Promise<{ type: string; content: Buffer }> {
  const naming = bestOf(await store.read.namings(hash, scopes));
  if (!naming) throw new Problem('file.unknown');
  if (naming.key === null) throw new Problem('file.gone');
  if (!naming.arrived) throw new Problem('file.onTheWay');
  const sealed = await shelf.read(hash);
  if (!sealed) throw new Error(`the bytes of file ${hash} are not where they were put`);
  const content = await contentOfFile(sealed, naming);
  if (typeof content === 'string') throw new Problem('file.unreadable');
  return { type: naming.type, content };
}

/** Of a case that has left the feed nobody learns more than that its content is destroyed, when it is. */
function bestOf(found: readonly NamingFound[]): NamingFound | undefined {
  const here = found.filter((one) => !one.gone);
  return (
    here.find((one) => one.key !== null && one.fault === null) ??
    here[0] ??
    found.find((one) => one.key === null)
  );
}
