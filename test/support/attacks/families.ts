import { foreignPdf } from '../foreign-pdf.ts';
import type { Attack, AttackBase } from './attack-base.ts';
import { decisionAttacks } from './decisions.ts';
import { impersonationAttacks } from './impersonation.ts';
import { keyHolderAttacks } from './key-holder.ts';
import { noKeyAttacks } from './no-key.ts';
import { oldSealAttacks } from './old-seals.ts';
import { otherProgramAttacks } from './other-programs.ts';
import { preparedAttacks } from './prepared.ts';
import { collisionAttacks, shadowAttacks, sneakyAttacks, structureAttacks } from './structure.ts';
import { weakCryptoAttacks } from './weak-crypto.ts';

type Family = (base: AttackBase) => readonly Attack[] | Promise<readonly Attack[]>;

/** Every kind of attack that the verifier has to see through. */
export const ATTACK_FAMILIES: Readonly<Record<string, Family>> = {
  'without a key': async (base) => noKeyAttacks(base, await foreignPdf()),
  'by somebody with a key': keyHolderAttacks,
  'prepared before the seals, and under the name of other versions (downgrade)': preparedAttacks,
  impersonation: async (base) => [...impersonationAttacks(base), ...oldSealAttacks(base)],
  'decisions: closings, objections, lengths and follow-up': decisionAttacks,
  'weak cryptography': weakCryptoAttacks,
  'signatures of other programs': otherProgramAttacks,
  structure: structureAttacks,
  'shadow: hide, replace, hide and replace': shadowAttacks,
  'certification and sneaky signatures': sneakyAttacks,
  'collision of text and data': collisionAttacks,
};
