import { useMemo } from 'react';
import { writeDay } from '#renderer/base/dates.ts';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { SpokenSigns } from '#renderer/components/spoken-signs.tsx';
import type { Template } from '#shared/template/template.ts';
import { outlineOf } from './outline.ts';
import '#renderer/components/field.css';
import './templates-page.css';

/** Everything a person wants to see of a template before using it: sections, items, rule, sources. */
export function TemplateView({ template }: { readonly template: Template }) {
  const outline = useMemo(() => outlineOf(template), [template]);
  const { id, version, summary, candidate, published, sources } = template;
  const facts = [
    `${id} ${version}`,
    published ? `of ${writeDay(published)}` : '',
    candidate === '' ? '' : `candidate ${candidate}`,
  ];
  return (
    <div className="template-view">
      <p className="small soft">{facts.filter(Boolean).join(' · ')}</p>
      <p className="preserve-lines">{summary}</p>
      <h3 className="template-view__title">Sections</h3>
      <ol className="template-view__sections">
        {outline.map((section) => (
          <li key={section.kind}>
            <Disclosure
              summary={
                <>
                  {section.title}
                  {section.counts !== '' && <span className="small soft"> · {section.counts}</span>}
                </>
              }
            >
              <div className="template-view__section">
                {section.intro !== '' && <p className="small soft preserve-lines">{section.intro}</p>}
                {section.lists.map(({ label, rows }) => (
                  <div key={label}>
                    <h4 className="field__label">{label.slice(0, 1).toUpperCase() + label.slice(1)}</h4>
                    <ul className="template-view__rows">
                      {rows.map((row) => (
                        <li key={row.key} data-depth={Math.min(row.depth, 3)}>
                          {row.name}
                          {row.about !== '' && (
                            <span className="small soft">
                              {' '}
                              – <SpokenSigns text={row.about} />
                            </span>
                          )}
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
              </div>
            </Disclosure>
          </li>
        ))}
      </ol>
      {sources.length > 0 && (
        <>
          <h3 className="template-view__title">Sources</h3>
          <ul className="template-view__sources">
            {sources.map((source) => (
              <li key={source.id}>
                <cite>{source.title}</cite>
                {source.note !== '' && <span className="small soft"> – {source.note}</span>}
                {source.url !== null && <span className="small soft"> {source.url}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
