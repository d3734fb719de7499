import { Image, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Pictures } from './pictures.ts';
import { styles } from './style.ts';
import type { EstimatePdfInput, PdfLine } from './types.ts';
import { Words } from './words.tsx';

/** Columns that some line uses: an empty one would only take room from the names. */
type Columns = { readonly discount: boolean; readonly tax: boolean; readonly picture: boolean };

/** Stands again at the top of each page. */
function TableHead({ columns }: { readonly columns: Columns }) {
  return (
    <View style={styles.headRow} fixed>
      <Text style={styles.position} />
      {columns.picture ? <Text style={styles.picture} /> : null}
      <Text style={styles.item}>Item</Text>
      <Text style={styles.quantity}>Quantity</Text>
      <Text style={styles.unitPrice}>Unit</Text>
      {columns.discount ? <Text style={styles.discount}>Discount</Text> : null}
      {columns.tax ? <Text style={styles.tax}>Tax</Text> : null}
      <Text style={styles.amount}>Amount</Text>
    </View>
  );
}

/** A section: its name, and what its lines come to. */
function SectionRow({ line }: { readonly line: PdfLine }) {
  return (
    <View style={styles.row} wrap={false} minPresenceAhead={50}>
      <Text style={styles.position} />
      <View style={styles.item}>
        <Words inColumn style={styles.section}>
          {line.name}
        </Words>
      </View>
      <Text style={styles.amount}>{line.amount}</Text>
    </View>
  );
}

/** Pictures of products, and of what was sent with the lines. */
type Shown = { readonly pictures: Pictures; readonly artwork: Pictures };

function TableRow({ line, columns, pictures, artwork }: Shown & { readonly line: PdfLine; readonly columns: Columns }) {
  if (line.isSection === true) return <SectionRow line={line} />;
  const picture = pictures[line.picture ?? ''];
  const sent = (line.artwork ?? []).flatMap((key) => artwork[key] ?? []);
  return (
    <View style={styles.row} wrap={false}>
      <Text style={styles.position}>{line.position}</Text>
      {columns.picture ? <View style={styles.picture}>{picture === undefined ? null : <Image src={picture} style={styles.shown} />}</View> : null}
      <View style={line.isPart === true ? styles.part : styles.item}>
        <Words inColumn after={line.sku}>
          {line.name}
        </Words>
        {line.details.map((detail, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          <Words key={index} inColumn style={styles.small}>
            {detail}
          </Words>
        ))}
        {sent.length === 0 ? null : (
          <View style={styles.artwork}>
            {sent.map((source, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
              <Image key={index} src={source} style={styles.sent} />
            ))}
          </View>
        )}
      </View>
      <Text style={styles.quantity}>{line.quantity}</Text>
      <Text style={styles.unitPrice}>{line.unitPrice}</Text>
      {columns.discount ? <Text style={styles.discount}>{line.discount}</Text> : null}
      {columns.tax ? <Text style={styles.tax}>{line.tax}</Text> : null}
      <Text style={styles.amount}>{line.amount}</Text>
    </View>
  );
}

/**
 * The lines that are in the total, then those that may be chosen, apart and in brackets. They stand directly on the page
 * (an array, not a component around them): one box of many pages is measured wrong by the library.
 */
export function linesTable({ lines, optional }: Pick<EstimatePdfInput, 'lines' | 'optional'>, shown: Shown): ReactNode {
  const all = [...lines, ...optional];
  const columns = {
    discount: all.some(({ discount }) => discount !== ''),
    tax: all.some(({ tax }) => tax !== ''),
    picture: Object.keys(shown.pictures).length > 0,
  };
  const rows = (these: readonly PdfLine[], name: string) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
    these.map((line, index) => <TableRow key={`${name}${index}`} line={line} columns={columns} {...shown} />);
  return [
    <TableHead key="head" columns={columns} />,
    ...rows(lines, 'line'),
    ...(optional.length === 0
      ? []
      : [
          <Text key="optional" style={styles.group} minPresenceAhead={50}>
            Optional, not in the total
          </Text>,
          ...rows(optional, 'optional'),
        ]),
  ];
}
