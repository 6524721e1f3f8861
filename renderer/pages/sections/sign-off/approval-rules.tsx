import { CircleCheck, CircleDashed } from 'lucide-react';
import type { RoleStanding, SignOffTally } from '#shared/kinds/sign-off/tally.ts';
import '#renderer/components/tone.css';
import './sign-off-page.css';

const ROLE_WORDS: Readonly<Record<RoleStanding['kind'], string>> = {
  approved: 'has approved',
  waiting: 'has not approved yet',
  unnamed: 'nobody is named in this role',
};

/** What approval takes by the template, and how far it has come; nothing where everybody has to sign. */
export function ApprovalRules({ tally }: { readonly tally: SignOffTally }) {
  const { deciding, hasQuorum, needed, approvals, roles, unheard } = tally;
  const decider = deciding.rule === 'decider' ? deciding.decider : null;
  if (!hasQuorum && deciding.rule !== 'decider' && roles.length === 0) return null;
  const rules = [
    ...(deciding.rule === 'decider'
      ? [
          {
            key: 'decider',
            isMet: decider !== null && approvals.some(({ approver }) => approver === decider.id),
            text: decider
              ? deciderText(
                  decider.name || 'The decider',
                  approvals.some(({ approver }) => approver === decider.id),
                )
              : 'Choose who decides',
          },
          {
            key: 'heard',
            isMet: unheard.length === 0,
            text:
              unheard.length === 0
                ? 'Everybody named was heard'
                : `Still to be heard: ${unheard.map(({ name }) => name || 'an unnamed approver').join(', ')}`,
          },
        ]
      : []),
    ...(hasQuorum
      ? [
          {
            key: 'quorum',
            isMet: approvals.length >= needed,
            text: `${needed} ${needed === 1 ? 'approval is' : 'approvals are'} enough: ${approvals.length} so far`,
          },
        ]
      : []),
    ...roles.map(({ role, kind }) => ({
      key: `role ${role}`,
      isMet: kind === 'approved',
      text: `“${role}” has to approve: ${ROLE_WORDS[kind]}`,
    })),
  ];
  return (
    <ul className="approval-rules" aria-label="What approval takes">
      {rules.map(({ key, isMet, text }) => (
        <li key={key} className={isMet ? 'tone--for' : 'tone--neutral'}>
          {isMet ? (
            <CircleCheck role="img" aria-label="Met:" size={18} />
          ) : (
            <CircleDashed role="img" aria-label="Open:" size={18} />
          )}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function deciderText(name: string, hasApproved: boolean): string {
  return hasApproved ? `${name}, who decides, has approved` : `${name}, who decides, has to approve`;
}
