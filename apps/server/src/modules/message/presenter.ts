import type { Message } from '@backdesk/contract/message/schema.ts';
import type { MessageRow } from './queries.ts';

export const presentMessage = ({ id, author, name, line, text, at }: MessageRow): Message => ({ id, author, name, line, text, at: at.toISOString() });
