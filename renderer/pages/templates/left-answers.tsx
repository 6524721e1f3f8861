import { Callout } from '#renderer/components/callout.tsx';
import type { LeftAnswer } from '#shared/template/carry.ts';
import './template-update-page.css';

/** What the team wrote that the other version has no place for. It stays in the review and in its record. */
export function LeftAnswers({ left, version }: { readonly left: readonly LeftAnswer[]; readonly version: string }) {
  if (left.length === 0) return <Callout tone="for" title={`Every answer has a place in version ${version}`} />;
  const count = left.reduce((sum, { items }) => sum + items, 0);
  const title = count === 1 ? `One answer has no place in ${version}` : `${count} answers have no place in ${version}`;
  return (
    <Callout tone="open" title={title}>
      <p>
        {count === 1 ? 'It stays' : 'They stay'} in the review. What was written stands in its record as notes on items
        that no longer apply, but no page shows it. Going back to the earlier version brings everything back.
      </p>
      <ul className="left-answers">
        {left.map(({ section, sectionTitle, name, texts }) => (
          <li key={`${section} ${name} ${texts.join(' ')}`}>
            <span className="left-answers__name">{name === '' ? sectionTitle : `${sectionTitle}: ${name}`}</span>
            <ul>
              {texts.map((text) => (
                <li key={text} className="small preserve-lines">
                  {text}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
