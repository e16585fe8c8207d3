import { expect, it } from 'vitest';
import { calendarSource } from '../../src/catalogue/calendar.build-time.ts';

it('the committed calendar is the one that chinese-days gives', async () => {
  await expect(calendarSource()).toMatchFileSnapshot('../../src/catalogue/calendar.generated.ts');
});
