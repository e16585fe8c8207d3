const bare = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Whether a request's If-Match or If-None-Match names this tag. Our tags are weak, and compared so. */
export function matches(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => bare(tag) === bare(etag)) ?? false;
}
