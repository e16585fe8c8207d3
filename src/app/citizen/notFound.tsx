import { documentOf, type Script } from './document.tsx';
import { SearchForm } from './searchForm.tsx';

/** An address that leads nowhere leads on. */
export function renderNotFound({ scripts }: { readonly scripts: readonly Script[] }): string {
  return documentOf({
    title: '没有这一页 · 就近办',
    description: '没有这一页。',
    scripts,
    children: (
      <>
        <h1>没有这一页</h1>
        <p>地址可能抄错了，或者这一项已经换了地方。查一查您要办的事：</p>
        <SearchForm query="" />
        <p>
          <a href="/">看全部能办的事</a>
        </p>
      </>
    ),
  });
}
