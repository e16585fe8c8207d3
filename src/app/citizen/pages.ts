import {
  type ComplainedProps,
  type ComplaintProps,
  type ComplaintStateProps,
  renderComplained,
  renderComplaint,
  renderComplaintState,
} from './complaint.tsx';
import { CITIZEN_CSS, type Script } from './document.tsx';
import { type EvaluatedProps, renderEvaluated } from './evaluation.tsx';
import { type FormsProps, renderForms } from './forms.tsx';
import { type GuideProps, renderGuide } from './guide.tsx';
import { type HallsProps, renderHalls } from './halls.tsx';
import { type HomeProps, renderHome } from './home.tsx';
import { renderNotFound } from './notFound.tsx';
import { type ProgressProps, renderProgress } from './progress.tsx';
import { renderSearch, type SearchProps } from './search.tsx';
import { renderVerify, type VerifyProps } from './verify.tsx';

/** Scripts by the kind of page that loads them. */
export type PageScripts = Readonly<Record<'plain' | 'search' | 'guide' | 'progress', readonly Script[]>>;

type Plain<T> = Omit<T, 'scripts'>;

/** What the endpoint renders for citizens, and the inlined style whose hash its content security policy names. */
export const citizenPagesWith = (scripts: PageScripts) => ({
  home: (props: Plain<HomeProps>) =>
    renderHome({ ...props, scripts: [...new Set([...scripts.search, ...scripts.progress])] }),
  search: (props: Plain<SearchProps>) => renderSearch({ ...props, scripts: scripts.search }),
  halls: (props: Plain<HallsProps>) => renderHalls({ ...props, scripts: scripts.plain }),
  guide: (props: Plain<GuideProps>) => renderGuide({ ...props, scripts: scripts.guide }),
  forms: (props: Plain<FormsProps>) => renderForms({ ...props, scripts: scripts.plain }),
  notFound: () => renderNotFound({ scripts: scripts.search }),
  progress: (props: Plain<ProgressProps>) => renderProgress({ ...props, scripts: scripts.progress }),
  evaluated: (props: Plain<EvaluatedProps>) => renderEvaluated({ ...props, scripts: scripts.plain }),
  complaint: (props: Plain<ComplaintProps>) => renderComplaint({ ...props, scripts: scripts.progress }),
  complained: (props: Plain<ComplainedProps>) => renderComplained({ ...props, scripts: scripts.plain }),
  complaintState: (props: Plain<ComplaintStateProps>) =>
    renderComplaintState({ ...props, scripts: scripts.progress }),
  verify: (props: Plain<VerifyProps>) => renderVerify({ ...props, scripts: scripts.plain }),
  css: CITIZEN_CSS,
});
