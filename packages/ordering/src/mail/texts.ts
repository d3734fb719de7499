export const t = {
  parts: () => 'Parts of the mail',
  asHtml: () => 'As it looks',
  asText: () => 'Text',
  htmlPart: () => 'The mail as it looks',
  subject: () => 'Subject',
  to: () => 'To',
  cc: () => 'Copy to',
  attached: () => 'Attached',
  linkLater: () => 'The link in it is made when it is sent: each person gets a mail and a link of their own.',
};
