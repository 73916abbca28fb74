import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Frees what nobody holds, so that memory in use can be told from garbage. */
export const collect: () => void = runInNewContext('gc');
