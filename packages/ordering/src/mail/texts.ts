export const t = {
  parts: () => 'Parts of the mail',
  asHtml: () => 'As it looks',
  asText: () => 'Text',
  htmlPart: () => 'The mail as it looks',
  subject: () => 'Subject',
  to: () => 'To',
  linkLater: () => 'The link in it is made when it is sent.',
};
