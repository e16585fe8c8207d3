import { describe } from 'vitest';
import { runShareOf } from './seeds.ts';

describe('nothing is lost, recorded twice or shown otherwise, whatever goes wrong', () => {
  runShareOf(3);
});
