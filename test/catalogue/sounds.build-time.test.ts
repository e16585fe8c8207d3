import { expect, it } from 'vitest';
import { soundsSource } from '../../src/catalogue/sounds.build-time.ts';

it('the sounds of the common characters are as they are made', async () => {
  await expect(soundsSource()).toMatchFileSnapshot('../../src/domain/sounds.generated.ts');
});
