// The lines and the sums below them. A table on purpose: mail programs know no grid, and a reader of the screen aloud
// hears rows and columns.
import { Text } from 'react-email';
import { oneLine } from './clean-text.ts';
import { shownLines } from './shown-lines.ts';
import { styles } from './style.ts';
import type { MailLine, MailTotals } from './types.ts';
import { askedRows, plusOpen, totalRows } from './wording.ts';

export function OrderLines({ lines, totals }: { readonly lines: readonly MailLine[]; readonly totals: MailTotals }) {
  const { shown, more } = shownLines(lines);
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'collapse', marginTop: 16 }}>
      <tbody>
        {shown.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to a string, never reordered
          <Line key={index} line={line} />
        ))}
        {more === '' ? null : (
          <tr className="hairline" style={styles.line}>
            <td colSpan={2} style={styles.cell}>
              <Text className="quiet" style={{ ...styles.quiet, margin: 0 }}>
                {more}
              </Text>
            </td>
          </tr>
        )}
        {totalRows(totals).map(({ label, figure }) => (
          <Sum key={label} label={label} figure={figure} />
        ))}
        <Sum label={['Total', plusOpen(totals.open)].filter(Boolean).join(', ')} figure={totals.total} strong />
        {askedRows(totals).map(({ label, figure }) => (
          <Sum key={label} label={label} figure={figure} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { readonly line: MailLine }) {
  if (line.isSection === true) return <Heading line={line} />;
  const each = line.unitPrice === null ? line.quantity : `${line.quantity} × ${line.unitPrice}`;
  return (
    <tr className="hairline" style={styles.line}>
      <td style={line.isBelow === true ? { ...styles.cell, paddingLeft: 16 } : styles.cell}>
        <Text className="strong" style={styles.name}>
          <bdi>{oneLine(line.name)}</bdi>
        </Text>
        {line.detail === '' ? null : (
          <Text className="quiet" style={styles.detail}>
            <bdi>{oneLine(line.detail)}</bdi>
          </Text>
        )}
        <Text className="quiet" style={styles.detail}>
          {each}
        </Text>
      </td>
      <td style={styles.figureCell}>
        <Text className="strong" style={styles.figure}>
          {line.total}
        </Text>
      </td>
    </tr>
  );
}

function Heading({ line }: { readonly line: MailLine }) {
  return (
    <tr className="hairline" style={styles.line}>
      <td style={{ ...styles.cell, paddingTop: 20 }}>
        <Text className="strong" style={{ ...styles.name, fontWeight: 600 }}>
          <bdi>{oneLine(line.name)}</bdi>
        </Text>
      </td>
      <td style={{ ...styles.figureCell, paddingTop: 20 }}>
        <Text className="quiet" style={{ ...styles.figure, fontWeight: 400 }}>
          {line.total}
        </Text>
      </td>
    </tr>
  );
}

function Sum({ label, figure, strong = false }: { readonly label: string; readonly figure: string; readonly strong?: boolean }) {
  const weight = strong ? { fontWeight: 600 } : {};
  return (
    <tr>
      <td style={{ padding: '6px 0' }}>
        <Text className={strong ? 'strong' : 'quiet'} style={{ ...(strong ? styles.name : { ...styles.quiet, margin: 0 }), ...weight }}>
          <bdi>{label}</bdi>
        </Text>
      </td>
      <td style={{ ...styles.figureCell, padding: '6px 0 6px 16px' }}>
        <Text className="strong" style={{ ...styles.figure, ...weight }}>
          {figure}
        </Text>
      </td>
    </tr>
  );
}
