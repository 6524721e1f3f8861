import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { linkProblem } from '#renderer/base/link-problem.ts';
import { useNamed } from '#renderer/components/about.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { Evidence } from '#shared/kinds/parts.ts';
import './evidence-editor.css';

type LinkEvidence = Extract<Evidence, { kind: 'link' }>;

export interface EvidenceLinkProps {
  readonly entry: LinkEvidence;
  readonly controlId: string;
  readonly onChange: (entry: LinkEvidence, field: string) => void;
  readonly openLink: (url: string) => void;
}

/** A link with what it shows. What is wrong with it is said once the field was left, not at its first letter. */
export function EvidenceLink({ entry, controlId, onChange, openLink }: EvidenceLinkProps) {
  const [wasLeft, setWasLeft] = useState(!isBlank(entry.url));
  const openName = useNamed(`Open ${entry.text || 'the link'}`);
  const problem = linkProblem(entry.url);
  return (
    <div className="evidence evidence--link">
      <LineField
        label="What it shows"
        id={controlId}
        value={entry.text}
        onChange={(text) => onChange({ ...entry, text }, 'text')}
      />
      <fieldset className="evidence__link" aria-label="Address" onBlur={() => setWasLeft(!isBlank(entry.url))}>
        <LineField
          label="Link"
          isName
          placeholder="https://"
          value={entry.url}
          error={wasLeft && problem !== '' ? problem : undefined}
          onChange={(url) => onChange({ ...entry, url }, 'url')}
        />
        <div className="evidence__open">
          <IconButton
            icon={ExternalLink}
            label={openName}
            isDisabled={isBlank(entry.url) || problem !== ''}
            onPress={() => openLink(entry.url.trim())}
          />
        </div>
      </fieldset>
    </div>
  );
}
