import { later } from './later.tsx';

// Once for each person on a device, and where a session has ended: every other day begins with unlocking.
export const SignInScreen = later(async () => (await import('./signIn.tsx')).SignInScreen);
export const SignInAgain = later(async () => (await import('./signIn.tsx')).SignInAgain);
