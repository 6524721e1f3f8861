import type { CSSProperties } from 'react';
import { Badge } from '#renderer/components/badge.tsx';
import { SpokenSigns } from '#renderer/components/spoken-signs.tsx';
import type { BlockOf, RecordCell } from '#shared/record/model.ts';
import './record-blocks.css';

/** A table of the record; in a narrow window each row becomes a list of labelled values. */
export function RecordTable({ block }: { readonly block: BlockOf<'table'> }) {
  const total = block.columns.reduce((sum, column) => sum + column.weight, 0);
  return (
    <table className="paper__table">
      <thead>
        <tr>
          {block.columns.map((column) => {
            const style: CSSProperties & { readonly '--share': string } = {
              '--share': `${(column.weight / total) * 100}%`,
            };
            return (
              <th key={column.title} scope="col" style={style} data-align={column.align}>
                {column.title}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => {
          const key = `${index} ${row[0]?.text ?? ''}`;
          return (
            <tr key={key}>
              {block.columns.map((column, position) => {
                const parts = { 'data-label': column.title, 'data-align': column.align };
                const cell = <Cell cell={row[position]} />;
                if (!column.heads)
                  return (
                    <td key={column.title} {...parts}>
                      {cell}
                    </td>
                  );
                return (
                  <th key={column.title} scope="row" {...parts}>
                    {cell}
                  </th>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell({ cell }: { readonly cell: RecordCell | undefined }) {
  if (!cell || cell.text === '') return <span className="soft">–</span>;
  if (cell.tone)
    return (
      <Badge tone={cell.tone}>
        <SpokenSigns text={cell.text} />
      </Badge>
    );
  if (!cell.note)
    return (
      <span className="preserve-lines">
        <SpokenSigns text={cell.text} />
      </span>
    );
  return (
    <span className="preserve-lines">
      <strong>
        <SpokenSigns text={cell.text} />
      </strong>
      <SpokenSigns text={`\n${cell.note}`} />
    </span>
  );
}
