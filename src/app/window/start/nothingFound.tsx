import { FolderOpen, SearchX } from 'lucide';
import { handles, receivesAt } from '../../../domain/office.ts';
import { Empty } from '../../parts/empty.tsx';
import { useBench } from '../desk.tsx';
import { type Looked, nothingInWords } from './nothingWords.ts';

/** Says what is not there, and how it could be. */
export function NothingFound(looked: Omit<Looked, 'may'>) {
  const { roles, hall } = useBench();
  const may = { receive: receivesAt(hall.kind, roles), handle: handles(roles) };
  const { what, how } = nothingInWords({ ...looked, may });
  return <Empty icon={looked.query.trim() === '' ? FolderOpen : SearchX} what={what} how={how} />;
}
