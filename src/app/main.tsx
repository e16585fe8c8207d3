// Alone in the entry, so that it comes before every other style sheet: it fixes the order of the cascade layers,
// and a bundler puts the style sheets of shared chunks before those of the entry that uses them.
import './parts/base.css';

/** The entry of the staff app. Everything else follows in `start.tsx`. */
const root = document.getElementById('app');
if (root)
  import('./start.tsx')
    .then(({ start }) => start(root))
    .catch((problem: unknown) => {
      // Nothing of the app is there to draw with.
      root.textContent = `应用没有取到，请检查网络后刷新。已保存在本机的内容没有丢失。（${String(problem)}）`;
    });
