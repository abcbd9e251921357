import type { en } from '../en';
import { app } from './app';
import { diff } from './diff';
import { docs } from './docs';
import { refusals } from './refusals';
import { result } from './result';
import { settings } from './settings';
import { share } from './share';
import { start } from './start';
import { supplies } from './supplies';
import { task } from './task';
import { tasks } from './tasks';
import { timeline } from './timeline';

export const zh: typeof en = {
  app,
  diff,
  docs,
  refusals,
  result,
  settings,
  share,
  start,
  supplies,
  task,
  tasks,
  timeline,
};
