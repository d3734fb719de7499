import { useFormat } from '../format/use-format.tsx';
import { FigureList } from './figure-list.tsx';

export type PricedFiguresProps = {
  /** What the list is called. */
  label: string;
  /** "4.25 each" */
  each: (price: string) => string;
  currency: string;
  /** What there is to pick, ascending, as of when it is opened; `unitPrice` null: not known. */
  choices: () => readonly { readonly quantity: number; readonly unitPrice: string | null }[];
  isInGrid?: boolean;
};

/** The quantities that a field may have, each with what a piece costs then. */
export function PricedFigures({ label, each, currency, choices, isInGrid = false }: PricedFiguresProps) {
  const format = useFormat();
  const priced = () =>
    choices().map(({ quantity, unitPrice }) => ({ figure: quantity, ...(unitPrice !== null && { detail: each(format.unitPrice(unitPrice, currency)) }) }));
  return <FigureList label={label} choices={priced} isInGrid={isInGrid} />;
}
