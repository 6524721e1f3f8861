import type { Template } from '#shared/template/template.ts';
import { About, AboutWords } from './about.tsx';
import { Disclosure } from './disclosure.tsx';
import './help.css';

export interface HelpProps {
  /** Paragraphs of help, in order; empty ones are left out. */
  readonly texts: readonly string[];
  /** Ids of the sources it rests on. */
  readonly sources?: readonly string[];
  readonly template: Template;
  readonly openLink: (url: string) => void;
  readonly summary?: string;
  /** What it is about, where others of its kind stand beside it. */
  readonly about?: string;
}

/** Help of a template item with the sources it rests on, opened on demand. */
export function Help({ texts, sources = [], template, openLink, summary = 'Help and sources', about = '' }: HelpProps) {
  const shown = texts.filter((text) => text.trim() !== '');
  const named = template.sources.filter((source) => sources.includes(source.id));
  if (shown.length === 0 && named.length === 0) return null;
  return (
    <Disclosure
      summary={
        <About subject={about}>
          <HelpSummary text={summary} />
        </About>
      }
    >
      <div className="help">
        {shown.map((text) => (
          <p key={text} className="preserve-lines">
            {text}
          </p>
        ))}
        {named.length > 0 && (
          <p className="small soft">
            {named.length === 1 ? 'Source: ' : 'Sources: '}
            <SourceNames sources={sources} template={template} openLink={openLink} />
          </p>
        )}
      </div>
    </Disclosure>
  );
}

function HelpSummary({ text }: { readonly text: string }) {
  return (
    <span className="small">
      {text}
      <AboutWords />
    </span>
  );
}

/** Titles of sources in a row, as links where they have an address. */
export function SourceNames({
  sources,
  template,
  openLink,
}: Pick<HelpProps, 'template' | 'openLink'> & { readonly sources: readonly string[] }) {
  const named = template.sources.filter((source) => sources.includes(source.id));
  return named.map((source, index) => (
    <span key={source.id}>
      {index > 0 && '; '}
      <SourceName title={source.title} url={source.url} openLink={openLink} />
    </span>
  ));
}

function SourceName({
  title,
  url,
  openLink,
}: {
  readonly title: string;
  readonly url: string | null;
  readonly openLink: (url: string) => void;
}) {
  if (url === null) return <cite>{title}</cite>;
  return (
    <a
      href={url}
      onClick={(event) => {
        event.preventDefault();
        openLink(url);
      }}
    >
      <cite>{title}</cite>
    </a>
  );
}
