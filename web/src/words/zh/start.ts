import type { start as en } from '../en/start';

export const start: typeof en = {
  title: '想做什么？',
};
