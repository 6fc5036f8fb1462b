/** What links with a secret in them are made and checked with. */
export interface SecretLinks {
  /** Key of the hashes that the database keeps of secrets. */
  hashingKey: Buffer;
  /** Origin under which people reach this instance. */
  publicUrl: string;
}
