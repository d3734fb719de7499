// The document of one estimate revision. Its figures come in words; nothing is reckoned here.
import { Document, Image, Page, Path, Rect, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { accentOf } from '../mail/accent.ts';
import { manyLines, oneLine } from '../mail/clean-text.ts';
import { AcceptBlock } from './accept-block.tsx';
import { certificateParts } from './certificate.tsx';
import { fontsFor } from './fonts.ts';
import { linesTable } from './lines-table.tsx';
import { lineArtwork, linePictures, logoPicture, type Pictures } from './pictures.ts';
import { styles } from './style.ts';
import type { EstimatePdfInput } from './types.ts';
import { Words } from './words.tsx';

/** All of it but the pictures. */
type EstimateWords = Omit<EstimatePdfInput, 'logo' | 'pictures' | 'artwork'>;
type Drawn = { readonly input: EstimateWords; readonly families: string[]; readonly pictures: Pictures; readonly artwork: Pictures; readonly logo: Logo };
type Logo = Awaited<ReturnType<typeof logoPicture>>;

/** Renders the document; the same input always makes the same bytes. */
export async function renderEstimatePdf(input: EstimatePdfInput): Promise<Uint8Array> {
  const { logo: _, pictures: __, artwork: ___, ...words } = input;
  const { families, missing } = fontsFor(JSON.stringify(words));
  const [pictures, artwork, logo] = await Promise.all([linePictures(input), lineArtwork(input), logoPicture(input)]);
  const shown = { families, pictures, artwork, logo };
  return renderToBuffer(<EstimatePdf input={missing.size === 0 ? words : readable(words, missing)} {...shown} />);
}

/** The same with the replacement character for what cannot be drawn. */
function readable(input: EstimateWords, missing: ReadonlySet<string>): EstimateWords {
  const shown = (text: string) => Array.from(text, (letter) => (missing.has(letter) ? '\ufffd' : letter)).join('');
  return JSON.parse(JSON.stringify(input), (_, value: unknown) => (typeof value === 'string' ? shown(value) : value)) as EstimateWords;
}

function EstimatePdf({ input, families, pictures, artwork, logo }: Drawn) {
  const issued = new Date(input.issuedAt);
  const shop = oneLine(input.account.name);
  const { certificate } = input;
  const size = input.paper === 'a4' ? 'A4' : 'LETTER';
  return (
    <Document
      title={`${input.title} from ${shop}`}
      author={shop}
      creator={shop}
      producer="Backdesk"
      {...(certificate !== undefined && { keywords: certificate.mark })}
      language={input.locale}
      creationDate={issued}
      modificationDate={issued}
    >
      <Page size={size} style={[styles.page, { fontFamily: families }]} wrap>
        <Head input={input} logo={logo} />
        <Parties input={input} />
        <Paragraphs text={input.message} />
        {linesTable(input, { pictures, artwork })}
        <Below input={input} />
        <Paragraphs text={input.note} />
        <View style={styles.terms} wrap={false}>
          {input.terms.map((term) => (
            <Words key={term} style={styles.small}>
              {term}
            </Words>
          ))}
        </View>
        <OwnTerms text={input.ownTerms} />
        <Foot input={input} />
      </Page>
      {certificate !== undefined && (
        <Page size={size} style={[styles.page, { fontFamily: families }]} wrap>
          {certificateParts(certificate)}
          <Foot input={input} />
        </Page>
      )}
    </Document>
  );
}

function Head({ input, logo }: { readonly input: EstimateWords; readonly logo: Logo }) {
  const accent = accentOf(input.account.accent);
  return (
    <View style={styles.head}>
      <View style={styles.item}>
        {logo === null ? null : <Image src={logo} style={styles.logo} />}
        <View style={styles.shop}>
          {logo !== null ? null : (
            <Svg width={22} height={22} viewBox="0 0 24 24">
              <Rect width={24} height={24} rx={6} fill={accent.background} />
              <Path d="M4.5 16.5 9 9l3 4.6L14 11l5.5 5.5" fill="none" stroke={accent.text} strokeWidth={1.8} strokeLinejoin="round" strokeLinecap="round" />
            </Svg>
          )}
          <Words style={styles.shopName}>{input.account.name}</Words>
        </View>
        {input.account.seller.map((line) => (
          <Words key={line} style={styles.small}>
            {line}
          </Words>
        ))}
      </View>
      <View>
        <Text style={styles.title}>Estimate</Text>
        {input.facts.map(({ label, value }) => (
          <View key={label} style={styles.fact}>
            <Text style={styles.factLabel}>{label}</Text>
            <Text style={styles.factValue}>{value}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

function Parties({ input }: { readonly input: EstimateWords }) {
  return (
    <View style={styles.parties}>
      {input.parties.map(({ label, lines }) => (
        <View key={label} style={styles.party}>
          <Text style={styles.small}>{label}</Text>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
            <Words key={index} inColumn>
              {line}
            </Words>
          ))}
        </View>
      ))}
    </View>
  );
}

function Paragraphs({ text }: { readonly text: string }) {
  const lines = manyLines(text);
  if (lines.length === 0) return null;
  return (
    <View style={styles.words}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <Words key={index}>{line === '' ? ' ' : line}</Words>
      ))}
    </View>
  );
}

/** The account's own, as long as they are: they go over pages as they need. */
function OwnTerms({ text }: { readonly text: string }) {
  const lines = manyLines(text);
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
    <Words key={index} style={index === 0 ? [styles.small, styles.ownTerms] : styles.small}>
      {line === '' ? ' ' : line}
    </Words>
  ));
}

/** How to answer on the left, the sums on the right; both stay whole. */
function Below({ input }: { readonly input: EstimateWords }) {
  return (
    <View style={styles.below} wrap={false}>
      {input.link === null ? <View style={styles.item} /> : <AcceptBlock link={input.link} />}
      <View style={styles.sums}>
        {input.sums.map(({ label, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          <View key={index} style={styles.sum}>
            <Words style={[styles.soft, styles.item]}>{label}</Words>
            <Text>{value}</Text>
          </View>
        ))}
        <View style={styles.total}>
          <Text style={styles.totalFigure}>{input.total.label}</Text>
          <Text style={styles.totalFigure}>{input.total.value}</Text>
        </View>
        {input.open === '' ? null : <Text style={[styles.soft, { textAlign: 'right' }]}>{input.open}</Text>}
        {input.deposit.map(({ label, value }, index) => (
          <View key={label} style={index === 0 ? [styles.sum, styles.deposit] : styles.sum}>
            <Words style={[styles.soft, styles.item]}>{label}</Words>
            <Text>{value}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

function Foot({ input }: { readonly input: EstimateWords }) {
  return (
    <View style={styles.foot} fixed>
      <View style={styles.footLine} />
      <Words style={styles.tiny}>{`${input.title} · ${input.account.name}`}</Words>
      <Text style={styles.tiny}>{`SHA-256 ${input.sha256.slice(0, 16)}…`}</Text>
      <Text style={styles.tiny} render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
    </View>
  );
}
