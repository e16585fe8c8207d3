import { deputyPosts } from '../../../domain/deputy.ts';
import { actsInWords, spanInWords } from '../../parts/deputyWords.ts';
import { useBench } from '../desk.tsx';
import styles from './start.module.css';

/** For whom somebody acts here, and until when; also what is still to come. */
export function DeputyLine() {
  const { local, hall, today } = useBench();
  const posts = deputyPosts(local.signedIn.value?.posts ?? [], local.now());
  return posts
    .filter((post) => post.office === hall.id)
    .map((post) => (
      <p key={post.deputy.id} class={styles.quiet}>
        为{post.deputy.name ?? '同事'}代班（{actsInWords(post)}），{spanInWords(post, today)}
      </p>
    ));
}
