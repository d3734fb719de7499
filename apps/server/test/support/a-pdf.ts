/** A PDF of one page, 100 by 60 points, its left half red or of another `colour`; `locked` by a password. */
export function aPdf({ locked = false, colour = '0.8 0.1 0.1' } = {}): string {
  const drawing = `${colour} rg 0 0 50 60 re f`;
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 60]/Contents 4 0 R>>',
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
    // Of a document that was locked with a password: what is checked against it.
    ...(locked
      ? [
          '<</Filter/Standard/V 2/R 3/Length 128/P -3904/O<53ee3af6112f52af16e1119ade0d832882d68dbcf4cb432538145c57a413d0c0>/U<20f243569c06612e96cbe0c2de42187900000000000000000000000000000000>>>',
        ]
      : []),
  ];
  const id = '<642e82edac6d58bcff2f8aa82c2ace8b>';
  let text = '%PDF-1.4\n';
  const places = parts.map((part, at) => {
    const place = String(text.length).padStart(10, '0');
    text += `${at + 1} 0 obj\n${part}\nendobj\n`;
    return `${place} 00000 n \n`;
  });
  const table = `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<</Root 1 0 R/Size ${parts.length + 1}${locked ? `/Encrypt 5 0 R/ID[${id}${id}]` : ''}>>`;
  return `${text}${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`;
}
