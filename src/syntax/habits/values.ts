/** Values that authors of other notations look for, by key. */
import { arrowHeads, participantKinds } from '../../model/index.js';

/** Values in other words, by key. */
interface ValueHabit {
  readonly value: string;
  readonly isSafe: boolean;
}

const sure = (value: string): ValueHabit => ({ value, isSafe: true });
const guess = (value: string): ValueHabit => ({ value, isSafe: false });

/** By key: other words for its values, and all values that it may have. */
export type Values = Readonly<Record<string, KnownValues>>;
interface KnownValues {
  readonly words: Readonly<Record<string, ValueHabit>>;
  readonly names: readonly string[];
  /** Reads other values; null for those that mean nothing. */
  readonly read?: (text: string) => ValueHabit | null;
}

export const messageValues: Values = {
  line: {
    names: ['solid', 'dotted'],
    words: {
      dashed: sure('dotted'),
      dash: sure('dotted'),
      dot: sure('dotted'),
      double: guess('solid'),
      thick: guess('solid'),
      bold: guess('solid'),
      normal: sure('solid'),
    },
  },
  head: {
    names: [...arrowHeads, 'both'],
    words: {
      none: sure('open'),
      no: sure('open'),
      x: sure('cross'),
      lost: sure('cross'),
      thin: guess('async'),
      half: guess('async'),
      arrow: sure('filled'),
      normal: sure('filled'),
      triangle: sure('filled'),
      double: guess('both'),
    },
  },
  channel: {
    names: ['front', 'back', 'local'],
    words: { browser: sure('front'), frontchannel: sure('front'), backchannel: sure('back'), direct: guess('back') },
  },
};

export const participantKindWords: Readonly<Record<string, ValueHabit>> = {
  server: guess('resource-server'),
  api: guess('resource-server'),
  backend: guess('confidential-client'),
  client: guess('confidential-client'),
  app: guess('public-client'),
  spa: guess('public-client'),
  mobile: guess('public-client'),
  as: sure('authorization-server'),
  op: sure('authorization-server'),
  rp: sure('relying-party'),
  rs: sure('resource-server'),
  'identity-provider': sure('idp'),
  person: sure('user'),
  human: sure('user'),
  customer: sure('user'),
  actor: guess('user'),
  phone: guess('device'),
  database: guess('other'),
  service: guess('other'),
};

export const participantValues: Values = { kind: { names: participantKinds, words: participantKindWords } };

/** `numbering: off` */
export const flowValues: Values = {
  numbering: {
    names: ['badge', 'label', 'both', 'none'],
    read: (text) => {
      const [start] = /^\d{1,5}$/.exec(text) ?? [];
      return start === undefined ? null : guess(`{ start: ${start} }`);
    },
    words: {
      true: sure('badge'),
      on: sure('badge'),
      yes: sure('badge'),
      auto: sure('badge'),
      false: sure('none'),
      off: sure('none'),
      no: sure('none'),
    },
  },
};
