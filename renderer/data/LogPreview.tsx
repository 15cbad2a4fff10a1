import type { LogTable } from '../../shared/history/csvLog.ts';
import { text } from '../messages/en.ts';

const ROWS_SHOWN = 4;

/** The first lines of a table, as they stand in the file. */
export function LogPreview({ table: { header, rows } }: { readonly table: LogTable }) {
  const words = text.data.log;
  const columns = header.map((name, i) => ({ key: i, name }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the card is reached by the arrow keys
    <section className="data-preview" tabIndex={0} aria-label={words.preview}>
      <table>
        <caption className="visually-hidden">{words.preview}</caption>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {columns.map(({ key }) => (
                <td key={key}>{cells[key]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
