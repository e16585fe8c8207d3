import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters that OWASP recommends first: 19 MiB, two passes. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for a person who does not exist, so that names cannot be found out by timing. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function createPasswords(): Promise<Passwords> {
  const nobody = await hash('nobody has this password', PARAMETERS);
  return {
    hash: (password) => hash(password, PARAMETERS),
    matches: async (password, known) => {
      const right = await verify(known ?? nobody, password);
      return known !== undefined && right;
    },
  };
}
