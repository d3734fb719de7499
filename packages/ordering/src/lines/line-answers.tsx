import type { OrderLine } from '@backdesk/contract/order/schema.ts';

/** What was chosen and typed on a line, in words: "Imprint: Left chest". What has no answer yet is not in it. */
export function answersText(answers: OrderLine['answers']): readonly string[] {
  return answers.flatMap(({ name, value }) => (value === '' ? [] : `${name}: ${value}`));
}

/** The customization of a line, under its name. */
export function LineAnswers({ answers, className }: { answers: OrderLine['answers']; className?: string | undefined }) {
  const texts = answersText(answers);
  if (texts.length === 0) return null;
  return (
    <span className={className}>
      {texts.map((text, at) => (
        <span key={text}>
          {at > 0 && ' · '}
          <bdi>{text}</bdi>
        </span>
      ))}
    </span>
  );
}
