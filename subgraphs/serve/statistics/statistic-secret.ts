import { createHash, randomBytes } from 'node:crypto';
import { type Connection, type Model, Schema } from 'mongoose';

interface SecretRow {
  readonly _id: string;
  readonly secret: string;
}

const schema = new Schema<SecretRow>(
  { _id: String, secret: String },
  { collection: 'statistic_secrets', versionKey: false, autoIndex: false },
);
const THE_SECRET = 'statistics';
const SECRET_BYTES = 32;
/** Read once for a connection: every write needs it. */
const secrets = new WeakMap<Connection, Uint8Array>();

/** Where the secret of a store's statistics stands; no resolver reads it. */
export function statisticSecretModel(connection: Connection): Model<SecretRow> {
  const known = connection.models.StatisticSecret as Model<SecretRow> | undefined;
  return known ?? connection.model<SecretRow>('StatisticSecret', schema);
}

/**
 * The secret under which a store's record keys and perturbation are made, drawn once. INVARIANT: it never changes while
 * cells or releases stand, for the noise of a group would change with it.
 */
export async function statisticSecret(connection: Connection): Promise<Uint8Array> {
  const known = secrets.get(connection);
  if (known) return known;
  const model = statisticSecretModel(connection);
  const drawn = randomBytes(SECRET_BYTES).toString('hex');
  await model.updateOne({ _id: THE_SECRET }, { $setOnInsert: { secret: drawn } }, { upsert: true });
  const row = await model.findById(THE_SECRET).lean<SecretRow>();
  const secret = Buffer.from((row as SecretRow).secret, 'hex');
  secrets.set(connection, secret);
  return secret;
}

/**
 * Gives a store of synthetic records a secret that everybody can work out, so that a seed is the same each time.
 * @param name the domain's name
 */
export async function setSyntheticSecret(connection: Connection, name: string): Promise<void> {
  const secret = createHash('sha256').update(`SYNTHETIC statistics of ${name}`).digest('hex');
  await statisticSecretModel(connection).updateOne({ _id: THE_SECRET }, { $set: { secret } }, { upsert: true });
  secrets.delete(connection);
}
