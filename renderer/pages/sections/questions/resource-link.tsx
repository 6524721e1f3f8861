import { ExternalLink } from 'lucide-react';
import { linkProblem } from '#renderer/base/link-problem.ts';
import { isBlank } from '#shared/base/limits.ts';
import './questions-page.css';

export interface Resource {
  readonly text: string;
  readonly url: string;
}

/** Whether a resource says anything. */
export function hasContent({ text, url }: Resource): boolean {
  return !isBlank(text) || !isBlank(url);
}

/** Where to read more. An address that cannot be opened is shown as text, so that it is not lost. */
export function ResourceLink({
  link,
  openLink,
}: {
  readonly link: Resource;
  readonly openLink: (url: string) => void;
}) {
  if (!hasContent(link)) return null;
  const url = link.url.trim();
  if (url === '') return <p className="small preserve-lines">{link.text}</p>;
  if (linkProblem(url) !== '') {
    return <p className="small preserve-lines">{[link.text, url].filter((part) => !isBlank(part)).join(': ')}</p>;
  }
  return (
    <p className="small">
      <a
        href={url}
        onClick={(event) => {
          event.preventDefault();
          openLink(url);
        }}
      >
        {isBlank(link.text) ? url : link.text}
        <ExternalLink aria-hidden size={14} className="resource__icon" />
      </a>
    </p>
  );
}
