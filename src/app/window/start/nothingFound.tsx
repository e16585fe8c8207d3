import { FolderOpen, SearchX } from 'lucide';
import { Empty } from '../../parts/empty.tsx';
import { type Looked, nothingInWords } from './nothingWords.ts';

/** Says what is not there, and how it could be. */
export function NothingFound(looked: Looked) {
  const { what, how } = nothingInWords(looked);
  return <Empty icon={looked.query.trim() === '' ? FolderOpen : SearchX} what={what} how={how} />;
}
