/** What the endpoint renders for citizens, and the inlined style whose hash its content security policy names. */
export { CITIZEN_CSS } from './document.tsx';
export { type HomeProps, renderHome } from './home.tsx';
export { type ProgressProps, renderProgress } from './progress.tsx';
