import { expect, test } from 'vitest';
import { codeFor } from './code-for.ts';

test.each([
  ['In-hands date', 'in_hands_date'],
  ['  Größe (cm) ', 'gro_e_cm'],
  ['Número de pedido', 'numero_de_pedido'],
  ['2nd contact', 'nd_contact'],
  ['日付', ''],
  ['a'.repeat(80), 'a'.repeat(60)],
])('the code of “%s” is %s', (label, code) => expect(codeFor(label)).toBe(code));
