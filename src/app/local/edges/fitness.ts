/**
 * What speaks against keeping anything in this window: it forgets everything, or it cannot keep anything. Chromium
 * hides whether a window is private; the library tells it by how fast a write is, and errs on quick disks: so it is a
 * suspicion, which a person may overrule.
 */
export async function unfitFor(): Promise<'private' | 'wechat' | null> {
  if (/MicroMessenger/i.test(navigator.userAgent)) return 'wechat';
  // Only asked when a device is enrolled: no other start needs it.
  const { detectIncognito } = await import('detectincognitojs');
  const found = await detectIncognito().catch(() => null);
  return found?.isPrivate ? 'private' : null;
}
