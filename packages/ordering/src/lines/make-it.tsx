import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

type MakeItProps = { quantity: number; onTake: (quantity: number) => void };

/** Another quantity for a line, one press away. */
export function MakeIt({ quantity, onTake }: MakeItProps) {
  const format = useFormat();
  return (
    <Button variant="link" size="small" onClick={() => onTake(quantity)}>
      {t.makeIt(format.number(quantity))}
    </Button>
  );
}
