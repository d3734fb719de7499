import { Text, type TextProps } from '@react-pdf/renderer';
import { oneLine } from '../mail/clean-text.ts';
import { ink } from './style.ts';

type Style = NonNullable<TextProps['style']>;
const styleList = (style: Style | undefined) => (style === undefined ? [] : Array.isArray(style) ? style : [style]);
const rightToLeft = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

type WordsProps = {
  readonly children: string;
  readonly style?: Style;
  /** Follows softly on the same line: a SKU after a name. */
  readonly after?: string;
  /** Begins where the words around it do, also when its own go from right to left: a name in a column of others. */
  readonly inColumn?: boolean;
};

/** One line of somebody's text, in the direction that its first letter has. Control characters and direction marks are gone. */
export function Words({ children, style, after = '', inColumn = false }: WordsProps) {
  const text = oneLine(children);
  return (
    <Text style={[...styleList(style), ...(rightToLeft.test(text) ? [{ direction: 'rtl' as const, ...(inColumn && { textAlign: 'left' as const }) }] : [])]}>
      {text}
      {after === '' ? null : <Text style={{ color: ink.soft }}> {oneLine(after)}</Text>}
    </Text>
  );
}
