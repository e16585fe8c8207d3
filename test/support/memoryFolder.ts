import type { MirrorFolder, MirrorState } from '../../src/app/local/ports.ts';

/** A folder beside the profile, which a rolled-back disk leaves as it was. */
export class MemoryFolder implements MirrorFolder {
  readonly packages = new Map<string, Blob>();
  now: MirrorState = 'none';
  /** Pulled out, or full. */
  broken = false;

  state = async (): Promise<MirrorState> => this.now;
  choose = (): Promise<boolean> => this.grant();
  grant = async (): Promise<boolean> => {
    this.now = 'ready';
    return true;
  };
  forget = async (): Promise<void> => {
    this.now = 'none';
  };
  names = async (): Promise<readonly string[]> => this.#there([...this.packages.keys()]);
  read = async (name: string): Promise<Blob> => this.#there(this.packages.get(name) as Blob);
  write = async (name: string, content: Blob): Promise<void> => {
    this.#there(this.packages).set(name, content);
  };
  remove = async (name: string): Promise<void> => {
    this.#there(this.packages).delete(name);
  };

  #there<T>(what: T): T {
    if (this.broken) throw new DOMException('gone', 'NotFoundError');
    return what;
  }
}
