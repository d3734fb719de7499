import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { Dotted } from '@backdesk/ui/text/dotted.tsx';
import { FileThumbnail } from '../files/file-thumbnail.tsx';
import { useFileUploads } from '../files/file-uploads.tsx';

/** What was chosen and typed on a line, in words: "Imprint: Left chest". What has no answer yet is not in it. */
export function answersText(answers: OrderLine['answers']): readonly string[] {
  return answers.flatMap(({ name, value }) => (value === '' ? [] : `${name}: ${value}`));
}

/** The customization of a line, under its name; artwork can be opened from here. */
export function LineAnswers({ answers, className }: { answers: OrderLine['answers']; className?: string | undefined }) {
  const uploads = useFileUploads();
  const given = answers.filter(({ value }) => value !== '');
  if (given.length === 0) return null;
  const items = given.map(({ optionId, name, value, file }) => ({
    key: optionId,
    content:
      file === undefined || uploads === null ? (
        <bdi>
          {name}: {value}
        </bdi>
      ) : (
        <>
          <bdi>{name}:</bdi> <FileThumbnail file={file} small />
          <a href={uploads.urlOf(file.id)} target="_blank" rel="noreferrer">
            <bdi>{value}</bdi>
          </a>
        </>
      ),
  }));
  return <Dotted items={items} className={className} />;
}
